/** What a number format makes of a number. */
export type FormatKind = 'number' | 'day' | 'time' | 'ratio';

/** Excel's own formats that are dates or times; the others of the first 164 are numbers. */
const OWN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const OWN_TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);
const OWN_RATIOS = new Set([9, 10]);

/**
 * Is a number with this format a day, a time of day, a ratio (percent or fraction), or just a number?
 *
 * Input: the number of the format and, for one of the workbook's own, its code. Letters in quotation marks, in brackets
 * and behind a backslash are no letters of a date.
 *
 * @example formatKind(164, '0" pts, day d"') // 'number'
 * @example formatKind(165, '[$-409]d\\-mmm\\-yy;@') // 'day'
 */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) {
    if (OWN_DAYS.has(id)) return 'day';
    if (OWN_TIMES.has(id)) return 'time';
    return OWN_RATIOS.has(id) ? 'ratio' : 'number';
  }
  const bare = lettersOf(code.split(';')[0] ?? '');
  if (/[dy]|b{2}|m{3}/i.test(bare) || /^[^hs]*m[^hs]*$/i.test(bare.replace(/general/i, ''))) return 'day';
  if (/\[[hms]+\]|[hs]/i.test(bare) && !/[0#]/.test(bare.replace(/\.0+/, ''))) return 'time';
  return /[%?]|#\s*\/|0\s*\/\s*[0#]/.test(bare) ? 'ratio' : 'number';
}

/**
 * Does a format show which day of the month it is?
 *
 * @example showsDay(17, undefined) // false: "mmm-yy"
 * @example showsDay(164, 'd/m/yyyy') // true
 */
export function showsDay(id: number, code: string | undefined): boolean {
  return code === undefined ? id !== 17 : /d/i.test(lettersOf(code.split(';')[0] ?? ''));
}

function lettersOf(section: string): string {
  return section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
}

/**
 * What does a person see of this number?
 *
 * Input: the number as the file holds it, and the code of its format. Output: the number with 15 digits, as Excel has
 * it; with the zeros in front, the decimals and the words around it that the format adds. A number whose format can't be followed is shown
 * as it is held.
 *
 * @example shownNumber('41', '00000') // '00041'
 * @example shownNumber('34.999999999999993', undefined) // '35'
 * @example shownNumber('35', '0"/64"') // '35/64'
 */
export function shownNumber(held: string, code: string | undefined): string {
  const plain = plainNumber(held);
  if (code === undefined || /^general$/i.test(code)) return plain;
  const value = Number(plain);
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const section = (value < 0 ? sections[1] : undefined) ?? sections[0] ?? '';
  const parts =
    /^((?:"[^"]*"|\\.|\[[^\]]*\]|[-+ ()/$])*)([0#,]*0(?:-?0+)*)(\.0+)?((?:"[^"]*"|\\.|\[[^\]]*\]|[-+ ()_/$*])*)$/.exec(
      section.replace(/_./g, ''),
    );
  if (!parts || !/^-?\d+(\.\d+)?$/.test(plain)) return plain;
  const [, before = '', digits = '', decimals = '', after = ''] = parts;
  const places = Math.max(0, decimals.length - 1);
  // A number that its format rounds is shown as it is held: 34.6 must not pass for 35.
  const fixed = Number(value.toFixed(places)) === value ? Math.abs(value).toFixed(places) : String(Math.abs(value));
  const [whole = '', fraction] = fixed.split('.');
  const padded = withPattern(whole, digits);
  const sign = value < 0 && sections[1] === undefined ? '-' : '';
  return `${literal(before)}${sign}${padded}${fraction === undefined ? '' : `.${fraction}`}${literal(after)}`.trim();
}

/** Zeros in front, and the hyphens of a pattern such as `000-00-000`; separators of thousands are left out. */
function withPattern(whole: string, digits: string): string {
  const zeros = digits.replace(/[^0]/g, '').length;
  const padded = whole.padStart(zeros, '0');
  if (!digits.includes('-')) return padded;
  const groups = digits.split('-').map(({ length }) => length);
  let rest = padded;
  const parts: string[] = [];
  for (const length of groups.slice(1).reverse()) {
    parts.unshift(rest.slice(-length));
    rest = rest.slice(0, -length);
  }
  return [rest, ...parts].join('-');
}

function literal(text: string): string {
  return text
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1');
}

/** A number as Excel computes with it, 15 digits at most: what a formula made 34.999999999999993 is 35. */
export function plainNumber(held: string): string {
  if (/^-?\d{1,15}$/.test(held)) return held;
  const number = Number(Number(held).toPrecision(15));
  if (!Number.isFinite(number)) return held;
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number);
}
