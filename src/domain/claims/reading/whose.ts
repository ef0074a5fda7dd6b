import { cuesBeside, GROUP_CUES, isInOtherBrackets } from './closest-cue.js';
import type { Cue } from './cues.js';
import { isRate } from '../measures.js';
import type { Measure, Who } from '../measures.js';
import { cueFor } from './passage.js';
import type { Passage } from './passage.js';
import { PEOPLE } from './people.js';
import type { Quantity } from './quantity.js';

const OUR = '(?:all|every|our|its)(?: (?:of )?(?:the|our|its))?';
const EVERYBODY_BEHIND = new RegExp(`^ (?:out )?(?:of|among|in) ${OUR} (?:\\d+ )?(?:${PEOPLE})(?!\\p{L})`, 'u');
const EVERYBODY_BEFORE = new RegExp(
  `(?<!\\p{L})(?:(?:of|among|in) ${OUR} (?:\\d+ )?(?:${PEOPLE})|you|your|anyone|anybody|everyone who)(?!\\p{L})`,
  'u',
);

const AND = / (?:and|but|while|whereas) /u;

/** The group a number speaks of, and whether it is named in the same clause. */
export interface Whose {
  who: Who | null;
  whoIsNear: boolean;
}

/**
 * Whom does the text say a number counts?
 *
 * Input: a passage, one of its numbers, and what that measures. Output: the group named in the same phrase,
 * clause, before it in the sentence, or in an earlier sentence of the paragraph, in this order; null where
 * none is. That only the successful are meant carries over to scores of the next sentence, never to a rate.
 *
 * Example: in `for the successful patients averages fell from 34.9 to 8.9` both numbers count the responders.
 */
export function whoIn(passage: Passage, quantity: Quantity, measure: Measure): Whose {
  // Who had all six, and who stopped, is a share of all who started, whatever the words beside it.
  if (measure === 'completed' || measure === 'stopped') return { who: 'starters', whoIsNear: true };
  const near = measure === 'patients' ? (['phrase'] as const) : (['phrase', 'clause'] as const);
  const close = boundGroup(passage, quantity) ?? cueFor(passage, quantity, GROUP_CUES, near);
  if (close !== null) {
    const isOwn = !EVERYBODY_BEHIND.test(passage.plain.slice(quantity.end, quantity.end + 40));
    // `120 completed, and 83 % of our patients responded`
    const isApart = AND.test(passage.plain.slice(close.end, quantity.start));
    return { who: isOwn || !isApart ? (close.kind as Who) : 'starters', whoIsNear: true };
  }
  const who = measure === 'patients' || namesEverybody(passage, quantity) ? null : earlier(passage, quantity, measure);
  return { who, whoIsNear: false };
}

/** In `57 % of all who started` the group is the share's own, whatever is closer. */
function boundGroup({ plain, cues, scopes, quantities }: Passage, quantity: Quantity): Cue | null {
  if (!/^ ?(?:of|among|amongst|in|for) /u.test(plain.slice(quantity.end, quantity.end + 10))) return null;
  const next = quantities.find(({ start }) => start >= quantity.end)?.start ?? Infinity;
  const behind = cuesBeside(cues, scopes, 'phrase', quantity.end).find(
    ({ kind, start }) => start >= quantity.end && start - quantity.end <= 40 && start < next && GROUP_CUES.has(kind),
  );
  return behind ?? null;
}

/** `83 % of our patients`, `of our 184 patients 83 %`, `you have a chance of 83 %`: no group of an earlier sentence. */
function namesEverybody({ plain, scopes }: Passage, { start, end }: Quantity): boolean {
  const sentence = scopes.sentence[start];
  const from = Math.max(scopes.sentence.lastIndexOf((sentence ?? 0) - 1, start) + 1, start - 60);
  return EVERYBODY_BEHIND.test(plain.slice(end, end + 40)) || EVERYBODY_BEFORE.test(plain.slice(from, start));
}

function earlier({ cues, scopes }: Passage, { start }: Quantity, measure: Measure): Who | null {
  const { sentence } = scopes;
  let found: Cue | null = null;
  for (const cue of cuesBeside(cues, scopes, 'paragraph', start)) {
    if (cue.end > start) break;
    if (isInOtherBrackets(cue, scopes, start) || !GROUP_CUES.has(cue.kind)) continue;
    const sentences = (sentence[start] ?? 0) - (sentence[cue.start] ?? 0);
    const carries = cue.kind !== 'responders' || (!isRate(measure) && sentences <= 1);
    if (carries) found = cue;
  }
  return found === null ? null : (found.kind as Who);
}
