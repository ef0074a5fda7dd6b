import type { Measure, Who } from '../measures.js';
import type { CueKind } from './cues.js';
import { elsewhereOf } from './elsewhere.js';
import type { Elsewhere } from './elsewhere.js';
import { periodAt } from './named-period.js';
import type { NamedPeriod } from './named-period.js';
import { cueFor } from './passage.js';
import type { Passage } from './passage.js';
import type { Quantity } from './quantity.js';
import { whoIn } from './whose.js';

/** A number of a text and what the words around it say of it. */
export interface Reading {
  quantity: Quantity;
  measure: Measure;
  /** How it is written: a percent, a count of people, or points. */
  form: 'percent' | 'count' | 'points';
  who: Who | null;
  /** The group is named in the same clause. */
  whoIsNear: boolean;
  /** The words leave open what counts as success (`83 % improved`). */
  loosely: boolean;
  /** The text says that the score rose. */
  rising: boolean;
  /** It is the interval of an estimate. */
  interval: boolean;
  /** It is said of another time than after six infusions. */
  otherTime: boolean;
  /** What else than the scores of the clinic's patients it is said of; null of these. */
  elsewhere: Elsewhere | null;
  /** The period that the sentence names; null without one. */
  period: NamedPeriod | null;
}

const OTHER_TIME: ReadonlySet<CueKind> = new Set<CueKind>(['otherTime']);
const AFTER: ReadonlySet<CueKind> = new Set<CueKind>(['after']);
const COMPLETERS: ReadonlySet<CueKind> = new Set<CueKind>(['completers']);
const RISE: ReadonlySet<CueKind> = new Set<CueKind>(['rise']);

const DURATION_OF_SERIES = /(?:(?:two|three|[23])(?: to | or |-)?(?:three|3)?[ -]weeks?|(?:1[4-9]|2[01])[ -]days?)$/u;
const SHORTER = /(?:under|less than|fewer than|as few as|as little as) /u;

/**
 * What do the words around a number say of it, when it is known what it measures?
 *
 * Input: a passage, one of its numbers, what it measures, and whether the words are loose or speak of a rise.
 * Output: its reading, with whom it counts, and whether it is said of another time than after six infusions.
 *
 * Example: 60 in `after two infusions, 60 % responded` is a response at another time.
 */
export function readingOf(
  passage: Passage,
  quantity: Quantity,
  measure: Measure,
  { loosely = false, rising = false }: { loosely?: boolean; rising?: boolean },
): Reading {
  const isPercent = quantity.unit === 'percent' || quantity.unit === 'percentagePoints';
  const rises = rising || cueFor(passage, quantity, RISE, ['phrase']) !== null;
  return {
    quantity,
    measure,
    form: isPercent ? 'percent' : 'points',
    ...whoIn(passage, quantity, measure),
    loosely,
    rising: rises && (measure === 'percentFall' || measure === 'pointsFall'),
    interval: false,
    otherTime: isAtOtherTime(passage, quantity, measure),
    elsewhere: elsewhereOf(passage, quantity),
    period: periodAt(passage.periods, passage.scopes, quantity),
  };
}

function isAtOtherTime(passage: Passage, quantity: Quantity, measure: Measure): boolean {
  if (measure === 'patients' || measure === 'before') return false;
  const other = cueFor(passage, quantity, OTHER_TIME, ['phrase', 'clause']);
  if (other === null) return false;
  // `35.0 at infusion 1 and 11.2 at infusion 6`, but not the `after` of `after two infusions`
  const after = measure === 'after' ? cueFor(passage, quantity, AFTER, ['phrase']) : null;
  if (after !== null && (after.start < other.start || after.end > other.end)) return false;
  // Six infusions take two or three weeks: who names both speaks of the series.
  const said = passage.plain.slice(other.start, other.end);
  const ofSeries = DURATION_OF_SERIES.test(said) && !SHORTER.test(said);
  return !ofSeries || cueFor(passage, quantity, COMPLETERS, ['phrase', 'clause']) === null;
}
