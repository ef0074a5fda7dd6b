import { createHash } from 'node:crypto';

/**
 * JSON in the one form that RFC 8785 allows, so that the same content is the same bytes everywhere. What that RFC asks
 * of numbers and texts is what JSON.stringify writes; left to do are the order of the keys and its two refusals.
 * @throws TypeError for a number that is not finite, and for half of a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${members.sort(byKey).map(memberOf).join()}}`;
  }
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) {
    return JSON.stringify(value);
  }
  throw new TypeError(`JSON has no ${typeof value === 'number' ? value : typeof value}.`);
}

/** SHA-256 of the canonical form, lower-case hex. */
export function hashOf(value: unknown): string {
  return hashOfCanonical(canonicalJson(value));
}

/** The same of what has that form already. */
export function hashOfCanonical(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

function memberOf([key, part]: [string, unknown]): string {
  return `${textOf(key)}:${canonicalJson(part)}`;
}

function textOf(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new TypeError('A text holds half of a surrogate pair.');
  return JSON.stringify(text);
}

/** In the order of UTF-16 units, as `<` compares. */
function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
