import type { Scopes } from './scopes.js';

const ENGLISH =
  /(?<!\p{L})(?:the|of|and|after|with|who|for|had|have|were|was|are|all|our|their|patients?|people|than|from|by|on|is|to|responded|average|fell|among|those|percent|success|rate|points?|treated|infusions?)(?!\p{L})/gu;
/** Common words of German, French, Spanish, Portuguese, Italian, Dutch, Polish and Swedish that are no English ones. */
const OTHERS =
  /(?<!\p{L})(?:der|die|das|und|von|nach|mit|bei|ist|sind|wurde|wurden|haben|patienten|patientinnen|prozent|aller|nicht|wir|unsere[nr]?|fiel(?:en)?|sank(?:en)?|um|im|auf|mittlere[rn]?|durchschnitt\p{L}*|le|la|les|des|du|et|avec|après|apres|chez|pour|dans|sont|une?|nos|pour ?cent|el|los|las|de|del|con|después|despues|por|para|ciento|pacientes|nuestros|em|dos|das|após|apos|depois|cento|il|gli|dei|degli|dopo|pazienti|nostri|sono|het|een|van|na|met|bij|patiënten|onze|procent|pacjentów|pacjentow|po|och|av|efter|patienterna)(?!\p{L})/gu;
const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/gu;
const LETTERS = /\p{L}/gu;

/**
 * Which sentences of a text are in a language that is not read here?
 *
 * Input: a plain text and its scopes. Output: the numbers of the sentences in which most letters are not Latin, or which
 * have common words of another language and more of them than of English.
 *
 * @example foreignSentences('83 prozent der patienten sprachen an', scopes) // the number of that sentence
 */
export function foreignSentences(plain: string, { sentence }: Scopes): Set<number> {
  const foreign = new Set<number>();
  for (let from = 0; from < plain.length;) {
    let to = from + 1;
    while (to < plain.length && sentence[to] === sentence[from]) to += 1;
    if (isForeign(plain.slice(from, to))) foreign.add(sentence[from] ?? 0);
    from = to;
  }
  return foreign;
}

function isForeign(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (2 * count(NOT_LATIN) > count(LETTERS)) return true;
  const others = count(OTHERS);
  return others > 0 && others > count(ENGLISH);
}
