import { infusionNumber, slotLabel } from '../../domain/course/record/slots.js';
import type { CellReader, DateReader } from './cell-reader.js';
import { readNote, readScore } from './cell-values.js';
import type { RowEntry } from './course-row.js';
import type { VisitFields } from './fields.js';
import { readMissedReason } from './reason-text.js';
import { missedWord } from './score-words.js';

/**
 * What does a row say of the visits?
 *
 * Input: the cells of a row, the visits the file has columns for in the order of time, and the format of its dates.
 * Output: an entry for each visit with a score (which needs a date), with a date alone (missed on that day) or with a
 * reason (missed). An empty visit before a later score of the six was missed, reason unknown; where the file has a
 * column for the reason, it says nothing and stays open. Faults go to the reader.
 *
 * @example scores 40, none, 22 at infusions 1-3 // scored, missed (not stated), scored
 */
export function readVisits(cells: CellReader, visits: readonly VisitFields[], dates: DateReader): RowEntry[] {
  const read = visits.map((visit) => readVisit(cells, visit, dates));
  const lastScore = read.findLastIndex((entry) => entry?.state === 'scored' && infusionNumber(entry.slot) !== null);
  return visits.flatMap((visit, at) => {
    const entry = read[at] ?? null;
    if (entry !== null) return entry;
    return at < lastScore && !cells.has(visit.missed) ? impliedMiss(visit) : [];
  });
}

function readVisit(cells: CellReader, visit: VisitFields, dates: DateReader): RowEntry | null {
  const { slot, date, score, missed, note } = visit;
  const before = cells.faults.length;
  const noDay = missedWord(cells.text(date)) !== null && !/^\d/.test(cells.text(score));
  // A word such as "no show" for the day says why there is no score, where the score doesn't say it.
  const on = noDay ? null : cells.read(date, dates);
  const read = cells.read(noDay && cells.text(score) === '' ? date : score, readScore);
  const why = cells.read(missed, readMissedReason);
  const said = cells.read(note, readNote);
  if (cells.text(score) !== '' && !(read && 'missed' in read)) {
    if (cells.text(date) === '') {
      const message = `The score at ${slotLabel(slot)} has no date. Write the day on which it was taken.`;
      cells.fault([date, score], 'date-missing', message);
    }
    if (cells.text(missed) !== '') {
      const message = `At ${slotLabel(slot)} there is a score and a reason for having none. Keep one of them.`;
      cells.fault([missed], 'score-and-missed', message);
    }
    const readable = cells.faults.length === before;
    const total = read && 'total' in read ? read.total : null;
    return { slot, state: 'scored', total, on, missedReason: null, note: said, stated: true, readable };
  }
  if ((cells.text(date) === '' || noDay) && cells.text(missed) === '' && read === null) {
    if (said !== null) {
      const message = `At ${slotLabel(slot)} there is a note, but no score, no date and no reason. Write one of them.`;
      cells.fault([note], 'note-without-visit', message);
    }
    return null;
  }
  const readable = cells.faults.length === before;
  const missedReason = why?.reason ?? (read && 'missed' in read ? read.missed : 'unknown');
  const notes = [why?.note, said].filter((text) => typeof text === 'string');
  return {
    ...{ slot, state: 'missed', total: null, on, missedReason, stated: true, readable },
    note: notes.length === 0 ? null : [...new Set(notes)].join('; '),
  };
}

function impliedMiss({ slot }: VisitFields): RowEntry {
  const nothing = { total: null, on: null, note: null };
  const missed = { state: 'missed', missedReason: 'unknown' } as const;
  return { slot, ...missed, ...nothing, stated: false, readable: true };
}
