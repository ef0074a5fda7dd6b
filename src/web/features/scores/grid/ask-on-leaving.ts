import { useEffect } from 'react';
import { waits } from './grid-state';
import type { Grid } from './use-grid';

/** Does the element belong to the table's cells, to what is shown beside one, or to a dialog over the page? */
export function isOfCell(element: Element): boolean {
  return element.closest('td[data-column], [data-beside-cell], [role=dialog]') !== null;
}

/**
 * Where something waits in the active cell, a click elsewhere on the page asks about it and does nothing else. A browser
 * that gives a link no focus when it is tapped takes none from the cell either, so that leaving is seen only here.
 */
export function useAskOnLeaving({ state, field, askOnLeaving }: Grid): void {
  const isWaiting = waits(state);
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const { target } = event;
      const hidden = field.current?.closest('[inert]') != null;
      if (!(target instanceof Element) || hidden || isOfCell(target) || !askOnLeaving(null)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    if (isWaiting) document.addEventListener('click', click, { capture: true });
    return () => document.removeEventListener('click', click, { capture: true });
  }, [isWaiting, field, askOnLeaving]);
}
