/** A number in figures, a word, or a single other sign; `value` is not a number for the latter two. */
export interface Token {
  kind: 'number' | 'word' | 'mark';
  text: string;
  start: number;
  end: number;
  value: number;
  decimals: number;
}

const TOKEN = /(?<![\d\p{L}])\.\d+|\d+(?:[.,]\d+)*|\p{L}[\p{L}']*|[^\s\p{L}\d]/gu;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const THOUSANDS_BY_POINT = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const DECIMAL_POINT = /^\d+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^\d+,\d{1,2}$/;

/**
 * Which numbers, words and signs is a text made of?
 *
 * Input: a text as `plainText` gives it. Output: its tokens in their order, without the spaces.
 *
 * Example: `68% lower` is the number 68, the sign `%` and the word `lower`.
 */
export function tokensOf(plain: string): Token[] {
  return Array.from(plain.matchAll(TOKEN), ({ 0: text, index: start }) => {
    const end = start + text.length;
    if (!/^\.?\d/.test(text)) {
      const kind = /^\p{L}/u.test(text) ? 'word' : 'mark';
      return { kind, text, start, end, value: NaN, decimals: 0 };
    }
    return { kind: 'number', text, start, end, ...readNumber(text) };
  });
}

/**
 * Which number do these digits write?
 *
 * Input: digits with points and commas between. Output: the number and how many decimals it was written
 * with; a comma before three digits parts thousands, before one or two it is a decimal comma; not a number
 * for what is none (`31.12.2025`).
 *
 * Example: `1,200` is 1200, `11,2` is 11.2 with one decimal.
 */
export function readNumber(text: string): { value: number; decimals: number } {
  const standard = inStandardForm(text);
  const value = standard === null ? NaN : Number(standard);
  const decimals = standard?.split('.')[1]?.length ?? 0;
  return Number.isSafeInteger(Math.trunc(value))
    ? { value, decimals: Math.min(decimals, 6) }
    : { value: NaN, decimals: 0 };
}

function inStandardForm(text: string): string | null {
  if (THOUSANDS.test(text)) return text.replaceAll(',', '');
  if (THOUSANDS_BY_POINT.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^\.\d+$/.test(text)) return `0${text}`;
  if (DECIMAL_POINT.test(text)) return text;
  if (DECIMAL_COMMA.test(text)) return text.replace(',', '.');
  return null;
}
