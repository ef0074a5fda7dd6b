import type { Cue, CueKind } from './cues.js';
import { byScope } from './scopes.js';
import type { Scope, Scopes } from './scopes.js';

/** The cues of each phrase, clause, sentence and paragraph, by its number. */
export type CueIndex = Readonly<Record<Scope, ReadonlyMap<number, readonly Cue[]>>>;

const NONE: readonly Cue[] = [];
/** The kinds of cues that say whom a number counts. */
export const GROUP_CUES: ReadonlySet<CueKind> = new Set<CueKind>(['starters', 'completers', 'responders']);

/**
 * Which cues are in which phrase, clause, sentence and paragraph?
 *
 * Input: cues in order, and the scopes of their text. Output: the cues by the number of their scope, in order,
 * so that a long text is not searched as a whole for each of its numbers.
 *
 * Example: of `83 % responded; scores fell` the first clause has one cue, and the sentence two.
 */
export function indexOf(cues: readonly Cue[], scopes: Scopes): CueIndex {
  const by = (scope: Scope) => byScope(cues, scopes[scope]);
  return {
    phrase: by('phrase'),
    clause: by('clause'),
    sentence: by('sentence'),
    paragraph: by('paragraph'),
  };
}

/** The cues in the same phrase, clause, sentence or paragraph as this place of the text. */
export function cuesBeside(index: CueIndex, scopes: Scopes, scope: Scope, place: number) {
  return index[scope].get(scopes[scope][place] ?? 0) ?? NONE;
}

/**
 * Which cue of these kinds is closest to a number in the same phrase, clause or sentence?
 *
 * Input: the cues by scope, the scopes of their text, the place of the number, the kinds asked for, and the
 * scope. Output: the closest, of two at the same distance the one after; null without one. What is in brackets
 * speaks for the brackets alone, but for the rule of a remission.
 *
 * Example: in `a response of 83 % and a fall of 68 %` the closest to 68 is `fall`.
 */
export function closestCue(
  index: CueIndex,
  scopes: Scopes,
  at: { start: number; end: number },
  kinds: ReadonlySet<CueKind>,
  scope: Scope,
): Cue | null {
  const here = at.end - 1;
  const cues = cuesBeside(index, scopes, scope, here).filter((cue) => kinds.has(cue.kind));
  const inside =
    scopes.bracket[here] === 0 ? [] : cues.filter((cue) => scopes.bracket[cue.start] === scopes.bracket[here]);
  let best: Cue | null = null;
  let distance = Infinity;
  for (const cue of inside.length > 0 ? inside : cues) {
    if (isInOtherBrackets(cue, scopes, here)) continue;
    const isAfter = cue.start >= at.end;
    const gap = isAfter ? cue.start - at.end : Math.max(0, at.start - cue.end);
    if (isAfter && gap > distance) break;
    if (gap > distance || (gap === distance && !isAfter)) continue;
    best = cue;
    distance = gap;
  }
  return best;
}

/** What is in brackets speaks for the brackets alone, but for the rule of a remission and a group that fills them. */
export function isInOtherBrackets({ kind, start, end }: Cue, { bracket }: Scopes, here: number): boolean {
  const own = bracket[start];
  if (own === 0 || own === bracket[here] || kind === 'below20' || kind === 'atMost10') return false;
  // `response rate (completers): 83 %` has nothing else in its brackets.
  const isAlone = bracket[start - 2] !== own && bracket[end + 1] !== own;
  return !isAlone || !GROUP_CUES.has(kind);
}
