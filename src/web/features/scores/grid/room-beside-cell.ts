import { useLayoutEffect, type RefObject } from 'react';
import type { Field } from './use-navigation';

const GAP = 24;

/** What is shown beside a cell covers neither the header of the table nor the bar of the page. */
export const UNDER_HEADER = {
  shift: true,
  flip: {
    // Sideways it is shifted.
    crossAxis: false,
    get padding() {
      return { top: topOfRows(), bottom: 4 };
    },
  },
};

/** Where on the screen the rows can begin: under the header of the table, or where it has none the bar of the page; on a low screen neither stays. */
function topOfRows(): number {
  const header = document.querySelector('[role=grid] thead th');
  const above = header?.checkVisibility() ? header : document.querySelector('header');
  return Math.max(0, above?.getBoundingClientRect().bottom ?? 0);
}

/**
 * Brings the cell back into sight where it was scrolled out of it, and scrolls the page where neither the rows above the cell nor the screen below it have room for all that is shown beside
 * it, as on a phone. What a keyboard on the screen covers is no room.
 */
export function useRoomBesideCell(panel: RefObject<HTMLElement | null>, field: RefObject<Field | null>): void {
  useLayoutEffect(() => {
    const shown = panel.current?.closest('[data-beside-cell]');
    const cell = field.current?.closest('td');
    if (!shown || !cell) return;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const { height } = shown.getBoundingClientRect();
    const { top, bottom } = cell.getBoundingClientRect();
    const screen = window.visualViewport?.height ?? window.innerHeight;
    const lacking = bottom + height + GAP - screen;
    if (lacking <= 0 || top - topOfRows() >= height + GAP) return;
    // The page may end too early to be scrolled so far, and what is in it may already reach over its end.
    const page = cell.closest<HTMLElement>('[data-page]');
    if (page) page.style.marginBottom = `${lacking + page.scrollHeight - page.clientHeight}px`;
    window.scrollBy({ top: lacking, behavior: 'instant' });
    return () => {
      page?.style.removeProperty('margin-bottom');
    };
  }, [panel, field]);
}
