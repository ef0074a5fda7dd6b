import { keyOf, notGivenOut } from '../http/page.js';

/** The place in the chain that a page of events ended at. @throws Problem 400 for a cursor that this list did not give out. */
export function positionIn(cursor: string | undefined): number | null {
  const [position] = keyOf(cursor, 1) ?? [];
  if (position === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(position)) return Number(position);
  throw notGivenOut();
}
