import { INDICATIONS, type Indication } from '../../domain/course/record/indications.js';
import {
  MISSED_REASONS,
  STOP_REASONS,
  type MissedReason,
  type StopReason,
} from '../../domain/course/record/stop-reasons.js';
import { readAs, unreadable, type CellReading } from '../../domain/spreadsheet/reading.js';

/** A reason of the closed list; a text that is none of them is kept as a note to `other`. */
export interface ReadReason<T> {
  reason: T;
  note: string | null;
}

const NOT_A_REASON = new Set(['no', 'none', 'na', 'nil', 'false', '0', '']);

/**
 * Which reason for stopping does this cell give?
 *
 * Input: a trimmed text. Output: the reason whose name or label it is, whatever the case and punctuation; `other` with
 * the text as its note for any other text. `no`, `none`, `n/a` and `-` are faults: they may mean that the course was
 * not stopped.
 *
 * @example readStopReason('side effects') // sideEffects
 * @example readStopReason('Too far to drive') // other, with that note
 */
export function readStopReason(text: string): CellReading<ReadReason<StopReason>> {
  if (!NOT_A_REASON.has(letters(text))) return readAs(reasonOf(STOP_REASONS, text));
  const message = `"${text}" is no reason for stopping. Leave the cell empty where the course was not stopped.`;
  return unreadable('reason-not-given', message);
}

/**
 * Which reason for a missing score does this cell give? As `readStopReason`.
 *
 * @example readMissedReason('Did not come') // noShow
 */
export function readMissedReason(text: string): CellReading<ReadReason<MissedReason>> {
  if (!NOT_A_REASON.has(letters(text))) return readAs(reasonOf(MISSED_REASONS, text));
  const message = `"${text}" is no reason. Leave the cell empty, or write unknown.`;
  return unreadable('reason-not-given', message);
}

/**
 * Which indication does this cell give?
 *
 * Input: a trimmed text. Output: the indication whose name or label it is, whatever the case and punctuation; for
 * any other text the rule `indication-unknown`, which lists the names.
 *
 * @example readIndication('Major Depression') // depression
 */
export function readIndication(text: string): CellReading<Indication> {
  const found = keyOf(INDICATIONS, text);
  if (found !== null) return readAs(found);
  const message = `"${text}" is none of ${Object.keys(INDICATIONS).join(', ')}.`;
  return unreadable('indication-unknown', message);
}

function reasonOf<K extends string>(reasons: Record<K | 'other', string>, text: string) {
  const reason = keyOf(reasons, text);
  return { reason: reason ?? ('other' as const), note: reason === null ? text : null };
}

function keyOf<K extends string>(labels: Record<K, string>, text: string): K | null {
  const wanted = letters(text);
  const found = (Object.entries(labels) as [K, string][]).find(
    ([key, label]) => letters(key) === wanted || letters(label) === wanted,
  );
  return found?.[0] ?? null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
