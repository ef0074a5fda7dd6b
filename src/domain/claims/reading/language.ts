import type { Scopes } from './scopes.js';

const ENGLISH =
  /(?<!\p{L})(?:the|of|and|after|with|who|for|had|have|were|was|are|all|our|their|patients?|people|than|from|by|on|is|to|score|scores|response|responded|average|fell|among|those|percent|success|rate|points?|treated|infusions?)(?!\p{L})/gu;
/** Common words of German, French, Spanish, Portuguese, Italian, Dutch, Polish and Swedish that are no English ones. */
const OTHERS =
  /(?<!\p{L})(?:der|die|das|und|von|nach|mit|bei|ist|sind|wurde|wurden|haben|patienten|patientinnen|prozent|aller|nicht|wir|unsere[nr]?|le|la|les|des|du|et|avec|après|apres|chez|pour|dans|sont|une?|nos|pour ?cent|el|los|las|de|del|con|después|despues|por|para|ciento|pacientes|nuestros|em|dos|das|após|apos|depois|cento|il|gli|dei|degli|dopo|pazienti|nostri|sono|het|een|van|na|met|bij|patiënten|onze|procent|pacjentów|pacjentow|po|och|av|efter|patienterna)(?!\p{L})/gu;
const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/gu;
const LETTERS = /\p{L}/gu;

/**
 * Is the sentence around this place in a language that is not read here?
 *
 * Input: a plain text, its scopes, and a place in it. Output: true where most letters of the sentence are not Latin, or
 * it has common words of another language and more of them than of English.
 *
 * Example: `83 prozent der patienten sprachen an` is.
 */
export function isForeign(plain: string, { sentence }: Scopes, place: number): boolean {
  let [from, to] = [place, place];
  while (from > 0 && sentence[from - 1] === sentence[place]) from -= 1;
  while (to < plain.length && sentence[to] === sentence[place]) to += 1;
  const text = plain.slice(from, to);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (2 * count(NOT_LATIN) > count(LETTERS)) return true;
  const others = count(OTHERS);
  return others > 0 && others > count(ENGLISH);
}
