/** Characters that nobody sees: zero width, direction marks, soft hyphens, joiners between words. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
/** Printable ASCII and line breaks, as nearly all cells are. */
const PLAIN = /^[\x20-\x7E\r\n]*$/;
/** Every kind of space but the plain one. */
const SPACES = /[\p{Zs}\t]/gu;

/**
 * Which text does a person see in this cell?
 *
 * Input: a cell as it is in the file. Output: the text without invisible characters, every kind of space as a plain
 * one, and none at its ends; line breaks within it stay.
 *
 * @example seenText('\u200EN\u00A01 ') // 'N 1'
 */
export function seenText(cell: string): string {
  if (PLAIN.test(cell)) return cell.trim();
  return cell.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/**
 * Does a cell hold characters that nobody sees?
 *
 * @example hasInvisible('34\u200B') // true
 */
export function hasInvisible(cell: string): boolean {
  return cell.search(INVISIBLE) >= 0;
}
