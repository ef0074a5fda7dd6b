const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07]/u;
const ARROWS = /[\u2192\u21d2\u27a1\u279c\u2794\u27f6\u21e8]/u;
const FULL_WIDTH = /[\uff01-\uff5e]/u;
const SPACE = /\s|\u200b|\u2060/u;

/**
 * How does a text read when it no longer matters by which keyboard it was typed?
 *
 * Input: any text. Output: as many UTF-16 units at the same places: lower case, every space and line
 * break a space, every dash `-`, every arrow `→`, straight apostrophes, full-width signs as ordinary ones.
 *
 * Example: `Fell 68 ％` reads `fell 68 %`.
 */
export function plainText(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) plain += plainUnit(text.charAt(at));
  return plain;
}

function plainUnit(unit: string): string {
  if (SPACE.test(unit)) return ' ';
  if (DASHES.test(unit)) return '-';
  if (APOSTROPHES.test(unit)) return "'";
  if (ARROWS.test(unit)) return '→';
  const narrow = FULL_WIDTH.test(unit) ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0) : unit;
  const lower = narrow.toLowerCase();
  return lower.length === 1 ? lower : narrow;
}
