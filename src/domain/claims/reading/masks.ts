/** A stretch of a text whose digits are part of something else than a result, and of what. */
export interface Mask {
  start: number;
  end: number;
  reason: string;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(?:19|20|21)\\d\\d';
const PEOPLE_AFTER = '(?![.,]?\\d| ?%| ?/| (?:\\p{L}+ )?(?:patients|people|clients|participants|who|had|started))';

/** Numbers that are recognized by their shape alone. Each pattern is of bounded length, so that no text is slow. */
const SHAPES: readonly { reason: string; pattern: RegExp }[] = [
  {
    reason: 'a phone number',
    pattern: /(?<![\d.,])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/gu,
  },
  { reason: 'a phone number', pattern: /\+\d{1,3}(?:[ .-]?\d{2,4}){2,5}/gu },
  { reason: 'a phone number', pattern: /(?<![\d.,-])\d{3}-\d{4}(?![\d-])/gu },
  {
    reason: 'a date',
    pattern: new RegExp(`(?<![\\d.,])${YEAR}-(?:[01]\\d-[0-3]\\d|q[1-4])(?!\\d)`, 'gu'),
  },
  { reason: 'a date', pattern: /(?<![\d.,/])\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?!\d)/gu },
  {
    reason: 'a date',
    pattern: new RegExp(`(?<!\\p{L})${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? ${YEAR})?(?![\\d.,]?\\d| ?%)`, 'gu'),
  },
  {
    reason: 'a date',
    pattern: new RegExp(`(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?!\\p{L})(?:,? ${YEAR})?`, 'gu'),
  },
  { reason: 'a date', pattern: /(?<!\p{L})q[1-4](?![\d\p{L}])/gu },
  {
    reason: 'a year',
    pattern: new RegExp(`(?<![\\d.,$€£]|n ?[=:] ?|(?<!\\p{L})all (?:of the )?)${YEAR}${PEOPLE_AFTER}`, 'gu'),
  },
  { reason: 'a time of day', pattern: /(?<!\d)\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?!\d)/gu },
  { reason: 'a time of day', pattern: /(?<![\d.,])\d{1,2} ?[ap]\.?m(?!\p{L})/gu },
  { reason: 'a time of day', pattern: /(?<!\d)24\/7(?!\d)/gu },
  { reason: 'a price', pattern: /[$€£] ?\d(?:[\d.,]{0,11}\d)?/gu },
  {
    reason: 'a price',
    pattern: /\d[\d.,]{0,12} ?(?:[$€£]|dollars?|euros?|usd|eur|gbp)(?!\p{L})/gu,
  },
  {
    reason: 'a price',
    pattern: /(?<!\d)\d{1,3}(?:\.\d{1,2})? ?% (?:off|discount|apr|cash ?back)(?!\p{L})/gu,
  },
  {
    reason: 'a dose',
    pattern: /\d[\d.,]{0,8} ?(?:-|to)? ?(?:\d[\d.,]{0,8} ?)?(?:mg|mcg|µg|ml|kg|g|iu)(?!\p{L})(?:\/(?:kg|ml|h))?/gu,
  },
  { reason: 'a number in a row', pattern: /(?<![\d.,])\d{1,3}(?:st|nd|rd|th)(?!\p{L})/gu },
  {
    reason: 'part of a name',
    pattern: /(?<=(?<!\p{L})(?!n-)\p{L}{1,12}-)\d{1,4}(?![\d%]| ?%|[.,]\d)/gu,
  },
  { reason: 'part of a name', pattern: /(?<=\p{Script=Latin})\d{1,6}(?![\d.,]?\d)/gu },
  { reason: 'a reference', pattern: /\[\d{1,3}(?:[,-] ?\d{1,3}){0,5}\]/gu },
];

/**
 * Which stretches of a text hold digits that can't be a result?
 *
 * Input: a text as `plainText` gives it, and names that may hold digits (of the clinics that publish), as
 * plain text too. Output: dates, years, times, prices, doses, phone numbers, addresses of the web, names,
 * in order and without overlap.
 *
 * Example: in `since january 2025, 83 % responded` it is `january 2025`, a date.
 */
export function masksOf(plain: string, names: readonly string[]): Mask[] {
  const found = [...addresses(plain), ...oneSpeaks(plain), ...names.flatMap((name) => placesOf(plain, name))];
  for (const { reason, pattern } of SHAPES)
    for (const { 0: text, index: start } of plain.matchAll(pattern))
      found.push({ start, end: start + text.length, reason });
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Mask[] = [];
  for (const mask of found) if (mask.start >= (kept.at(-1)?.end ?? 0)) kept.push(mask);
  return kept;
}

/**
 * How does a text read without these stretches?
 *
 * Input: a plain text and its masks. Output: the text with `·` in their place, as long as before.
 *
 * Example: `since 2025` with its year masked is `since ····`.
 */
export function masked(plain: string, masks: readonly Mask[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of masks) {
    text += plain.slice(at, start) + '·'.repeat(end - start);
    at = end;
  }
  return text + plain.slice(at);
}

function addresses(plain: string): Mask[] {
  return Array.from(plain.matchAll(/[^ ]+/gu))
    .filter(({ 0: chunk }) => /^\(?(?:https?:|www\.)/u.test(chunk) || chunk.includes('@'))
    .map(({ 0: chunk, index: start }) => ({
      start,
      end: start + chunk.length,
      reason: 'part of an address',
    }));
}

const QUOTE = /[“«"„][^“”«»"]{1,400}[”»"“]/gu;
const I = /(?<![\p{L}'-])(?:i|i'm|i've|my|me|myself)(?![\p{L}.-])/u;

const ONE =
  /(?<!\p{L})(?:one|another|this|a)(?: (?!typical|average|mean|usual)\p{L}{2,14})? (?:patient|client|woman|man|veteran|mother|father|teacher|nurse)(?:'s)?(?!\p{L}| in | out )/u;
const FROM_TO = /from (?:an? )?(?:score of )?\d[^.!?%]{0,30} to (?:an? )?(?:score of )?\d/u;

/** `One patient went from 50 to 5.` */
function isOfOne(text: string): boolean {
  return ONE.test(text) && FROM_TO.test(text) && !text.includes('%');
}

/** What one patient says in the first person, or is said of one patient, is that patient's result, and no clinic's. */
function oneSpeaks(plain: string): Mask[] {
  const reason = 'what became of one patient';
  const quotes = Array.from(plain.matchAll(QUOTE), ({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
    reason,
    text,
  }));
  const inQuotes = quotes.filter(({ text }) => I.test(text)).map(({ start, end }) => ({ start, end, reason }));
  const sentences = Array.from(plain.matchAll(/[^.!?]+(?:[.](?=\d)[^.!?]*)*[.!?]?/gu), ({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
    reason,
    text,
  }));
  const spoken = sentences.filter(({ text, start, end }) => {
    return (I.test(text) || isOfOne(text)) && !inQuotes.some((quote) => quote.start < end && start < quote.end);
  });
  return [...inQuotes, ...spoken.map(({ start, end }) => ({ start, end, reason }))];
}

function placesOf(plain: string, name: string): Mask[] {
  const places: Mask[] = [];
  if (name.trim().length < 3) return places;
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + name.length))
    places.push({ start: at, end: at + name.length, reason: 'part of a name' });
  return places;
}
