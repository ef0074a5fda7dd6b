import { Text } from '@mantine/core';
import { showDate, showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import { dateOf, dateWords, type Dates } from './cell-date';
import { nameOf, type Cell, type Course } from './cells';
import { shownEntry } from './entry';
import classes from './scores.module.css';
import { bandOf, entryWords } from './words';

/** All that is known of the cell where the person is, in one line. */
export function CellLine({
  course,
  cell,
  dates,
  chosen,
}: {
  course: Course;
  cell: Cell;
  dates: Dates;
  chosen: string | null;
}) {
  const { timeZone } = useSession().clinic;
  return (
    <Text className={classes.line}>
      <strong>{nameOf(course, cell.place)}</strong>: {factsOf(cell, chosen, dates, timeZone).join(', ')}
    </Text>
  );
}

function factsOf(cell: Cell, chosen: string | null, dates: Dates, timeZone: string): string[] {
  const entry = shownEntry(cell);
  const { recorded, dueOn, state } = cell;
  if (entry === null) {
    const planned = dueOn === null ? 'no planned day' : `planned on ${showDate(dueOn)}`;
    const words = state === 'unresolved' ? ['unresolved', planned] : ['due', planned];
    return [...words, `written as of ${dateWords(dateOf(cell, chosen, dates), dates.today)}`];
  }
  const facts = [entryWords(entry), bandOf(entry)];
  if (entry.assessedOn !== null) facts.push(`on ${showDate(entry.assessedOn)}`);
  if (entry.note) facts.push(`“${entry.note}”`);
  if (recorded !== null && cell.pending === null) {
    const who = recorded.recordedByName ?? 'the command line';
    facts.push(`recorded by ${who}, ${showInstant(recorded.recordedAt, timeZone)}`);
    if (recorded.noTotalBecause) facts.push(recorded.noTotalBecause);
  }
  return facts.filter((fact) => fact !== '');
}
