import type { MissedReason } from '../../domain/course/record/stop-reasons.js';

/** What people and systems write into the cell of a score that was not taken, without case and punctuation. */
const WORDS: Partial<Record<MissedReason, readonly string[]>> = {
  noShow: [
    'noshow',
    'ns',
    'dns',
    'dna',
    'fta',
    'didnotshow',
    'didnotcome',
    'didnotattend',
    'failedtoattend',
    'absent',
    'ptnoshow',
    'nichterschienen',
    'nonvenu',
    'noasistio',
    'nietgekomen',
    'afwezig',
    'ausente',
  ],
  rescheduled: ['rescheduled', 'rs', 'rsch', 'moved', 'resched', 'reschedule', 'postponed'],
  illness: ['ill', 'sick', 'illness', 'unwell', 'illontheday', 'ptill', 'ptsick', 'covid'],
  declined: ['refused', 'declined', 'refuse', 'decline', 'declinedtoanswer', 'ptrefused', 'ptdeclined'],
  notAsked: [
    'notasked',
    'nask',
    'notdone',
    'nd',
    'notgiven',
    'notadministered',
    'notcollected',
    'notcompleted',
    'incomplete',
    'notassessed',
    'didnotcomplete',
    'dnc',
    'forgot',
    'ptforgot',
  ],
  technical: ['technical', 'technicalproblem', 'techissue'],
  unknown: [
    'na',
    'none',
    'null',
    'nil',
    'nan',
    'missing',
    'missed',
    'miss',
    'unk',
    'unknown',
    'ni',
    'nodata',
    'noscore',
    'blank',
    'cancelled',
    'canceled',
    'cancel',
    'cx',
    'skipped',
    'skip',
    'ka',
    'keineangabe',
    'entfallen',
    'abgesagt',
    'fehlt',
    'annule',
    'cancelado',
    'geannuleerd',
  ],
};
const REASONS = new Map(
  Object.entries(WORDS).flatMap(([reason, words]) =>
    words.map((word): [string, MissedReason] => [word, reason as MissedReason]),
  ),
);
/** Codes that registries write for a missing value; none of them can be a score. */
const CODES = new Set([
  '-',
  '--',
  '–',
  '—',
  '.',
  '..',
  './.',
  '-/-',
  '/',
  '//',
  '-1',
  '-7',
  '-8',
  '-9',
  '-77',
  '-88',
  '-99',
  '-999',
  '999',
  '9999',
  '888',
  '777',
]);

/**
 * Why was a score not taken, by the text of its cell?
 *
 * Output: the reason; null where the text is nothing that is usually written for a missing score.
 *
 * @example missedWord('No show') // 'noShow'
 * @example missedWord('35?') // null
 */
export function missedWord(text: string): MissedReason | null {
  if (CODES.has(text)) return 'unknown';
  // No word has a digit; nearly all cells do.
  if (/\d/.test(text)) return null;
  const letters = text.toLowerCase().normalize('NFD').replace(/\P{L}/gu, '');
  return REASONS.get(letters) ?? null;
}
