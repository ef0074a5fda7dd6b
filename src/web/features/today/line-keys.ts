import type { KeyboardEvent } from 'react';

/** With the focus on a line of a list, one key does one thing; the arrows lead to the lines beside it. */
export function lineKeys(actions: Readonly<Record<string, () => void>>) {
  return (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = event.currentTarget;
    const wanted = event.target instanceof HTMLInputElement ? 'input' : 'a';
    const act: Readonly<Record<string, () => void>> = {
      ...actions,
      ArrowDown: () => focusIn(line, 'nextElementSibling', wanted),
      ArrowUp: () => focusIn(line, 'previousElementSibling', wanted),
    };
    const chosen = act[event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  };
}

/** From the field of a line to that of the next line in which nothing is typed, in the next list too. */
export function focusNextField(field: HTMLInputElement): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main tr input')];
  fields
    .slice(fields.indexOf(field) + 1)
    .find(({ value }) => value === '')
    ?.focus();
}

/** In the nearest row on that side which has such a thing; a note under a line has none. */
function focusIn(line: Element, side: 'nextElementSibling' | 'previousElementSibling', wanted: 'input' | 'a'): void {
  for (let row = line[side]; row !== null; row = row[side]) {
    const found = row.querySelector<HTMLElement>(wanted);
    if (found) return found.focus();
  }
}
