import type { KeyboardEvent } from 'react';

/** With the focus on a line of a list, one key does one thing; the arrows lead to the lines beside it. */
export function lineKeys(actions: Readonly<Record<string, () => void>>) {
  return (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = event.currentTarget;
    const act: Readonly<Record<string, () => void>> = {
      ...actions,
      ArrowDown: () => focusLine(line.nextElementSibling),
      ArrowUp: () => focusLine(line.previousElementSibling),
    };
    const chosen = act[event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  };
}

function focusLine(row: Element | null): void {
  row?.querySelector('a')?.focus();
}
