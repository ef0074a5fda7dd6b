import { isUUID } from 'class-validator';
import { isCalendarDate } from '../domain/calendar/calendar.js';
import { Problem } from './problem.js';

/** One page of a list and where the next one begins. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

/** A cursor is the sort key of the last entry, in a form that fits an address. */
export function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key of a cursor.
 * @throws Problem 400 for a text that is no cursor of a list with so many keys.
 */
export function keyOf(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')) {
      return key;
    }
  } catch {
    // Falls through to the answer below.
  }
  throw notGivenOut();
}

/**
 * The instant and the id that a cursor of a list in order of time holds.
 * @throws Problem 400 for a text that no such list gave out; the database would fail on it.
 */
export function instantAndIdOf(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = keyOf(cursor, 2) ?? [];
  if (at === undefined || id === undefined) return null;
  if (isInstant(at) && isUUID(id)) return { at, id };
  throw notGivenOut();
}

function isInstant(text: string): boolean {
  return isCalendarDate(text.slice(0, 'YYYY-MM-DD'.length)) && isOwnForm(new Date(text), text);
}

/** An offset such as +23:59, which is RFC 3339, is more than PostgreSQL takes. */
function isOwnForm(instant: Date, text: string): boolean {
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

/** 400 for a cursor that this list can't have given out. */
export function notGivenOut(): Problem {
  return new Problem('malformed', 'The cursor is not one that this list gave out.');
}

/** Cuts a page from rows of which one more than the limit was asked for. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  key: (row: Row) => readonly string[],
  toItem: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? cursorOf(key(last)) : null;
  return { items: shown.map(toItem), next };
}

/** The `Link` header that leads from one page to the next, for the same filter. */
export function linkToNext(url: string, next: string | null): Record<string, string> {
  if (next === null) return {};
  const [path = '', search] = url.split('?');
  const query = new URLSearchParams(search);
  query.set('after', next);
  return { link: `<${path}?${query.toString()}>; rel="next"` };
}
