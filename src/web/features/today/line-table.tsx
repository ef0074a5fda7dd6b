import { Table } from '@mantine/core';
import { memo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { daysBetween } from '../../../domain/calendar/calendar';
import { infusionNumber } from '../../../domain/course/record/slots';
import cards from '../../components/cards.module.css';
import { CellGroup, QuietLine, SmallText, TableCell, TableRow } from '../../components/rows/row';
import { RowButton } from '../../components/rows/row-button';
import { ChartNumberLink } from '../../components/rows/row-link';
import { isMovable, type VisitMove } from '../patients/visits/movable-visit';
import { lineKeys } from './line-keys';
import type { Line } from './lines';
import { ScoreField, ScoreNote } from './score-field';
import classes from './today.module.css';
import { useLineScore } from './use-line-score';
import { dateInWords } from '../../../domain/calendar/date-words';

interface Props {
  name: string;
  lines: readonly Line[];
  today: string;
  onMissed: (line: Line) => void;
  /** Undefined where nothing can be moved any more. */
  onMove?: (move: VisitMove) => void;
  /** Says what was saved, or why it was not. */
  onSaved: (words: string) => void;
}

/** Visits to look at, a line each: the score is typed in it, and with the focus on it one key leads on. */
export const LineTable = memo(function LineTable({ name, lines, ...rest }: Props) {
  return (
    <Table
      aria-label={name}
      verticalSpacing={6}
      horizontalSpacing="xs"
      highlightOnHover
      className={`${cards.cards} ${classes.lines}`}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Visit</Table.Th>
          <Table.Th>Score</Table.Th>
          <Table.Th className={classes.screen}>Actions</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <LineRow key={`${line.courseId} ${line.slot}`} line={line} {...rest} />
        ))}
      </Table.Tbody>
    </Table>
  );
});

interface RowProps extends Pick<Props, 'today' | 'onMissed' | 'onMove' | 'onSaved'> {
  line: Line;
}

const LineRow = memo(function LineRow({ line, today, onMissed, onMove, onSaved }: RowProps) {
  const score = useLineScore(line, today, onSaved);
  const { chartNumber, patientId, courseId, slot, label, dueOn } = line;
  const infusion = infusionNumber(slot);
  const patient = `/patients/${patientId}?course=${courseId}`;
  // The table has the six infusions alone.
  const grid = infusion === null ? null : `/scores?course=${courseId}&infusion=${infusion}`;
  const form = `/courses/${courseId}/form/${slot}`;
  const of = `${chartNumber}, ${label.toLowerCase()}`;
  const move = onMove && dueOn && isMovable(slot) ? () => onMove({ courseId, chartNumber, slot, dueOn }) : null;
  const keys = lineKeys({
    s: () => navigate(grid ?? patient),
    f: () => navigate(form),
    m: () => onMissed(line),
    ...(move && { d: move }),
    p: () => navigate(`/patients/${patientId}`),
  });
  return (
    <>
      <TableRow onKeyDown={keys}>
        <TableCell>
          <ChartNumberLink href={`/patients/${patientId}`}>{chartNumber}</ChartNumberLink>{' '}
          <SmallText className={classes.visit}>{label}</SmallText>
          {dueOn && dueOn < today && (
            <QuietLine>
              {dateInWords(dueOn)}, {agoWords(daysBetween(dueOn, today))}
              {score.text !== '' && !score.isSaved && `; written as of ${dayWords(line.assessedOn)}`}
            </QuietLine>
          )}
        </TableCell>
        <TableCell>
          <ScoreField of={of} score={score} />
        </TableCell>
        <TableCell className={`${classes.screen} ${cards.whole}`}>
          <CellGroup>
            {grid && (
              <RowButton variant="light" href={grid} className={classes.target} aria-label={`Score ${of} in the table`}>
                Table
              </RowButton>
            )}
            <RowButton variant="default" href={form} className={classes.target} aria-label={`Form of ${of}`}>
              Form
            </RowButton>
            <RowButton
              variant="default"
              className={classes.target}
              aria-label={`Missed: ${of}`}
              onClick={() => onMissed(line)}
            >
              Missed
            </RowButton>
            {move && (
              <RowButton
                variant="subtle"
                className={classes.target}
                aria-label={`Move ${of} to another day`}
                onClick={move}
              >
                Move
              </RowButton>
            )}
          </CellGroup>
        </TableCell>
      </TableRow>
      <ScoreNote of={of} score={score} elsewhere={grid ?? patient} />
    </>
  );
}, isSameRow);

/** Lines are made again from every answer of the service; a row whose line says the same is not drawn again. */
function isSameRow({ line, ...before }: RowProps, { line: next, ...now }: RowProps): boolean {
  return isSame(before, now) && isSame(line, next);
}

function isSame<T extends object>(before: T, now: T): boolean {
  const keys = Object.keys(now) as (keyof T)[];
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === now[key]);
}

/** The day that is recorded with what is typed: of a visit that was left open it is easily another one. */
function dayWords(assessedOn: string | null): string {
  return assessedOn === null ? 'today' : dateInWords(assessedOn);
}

function agoWords(days: number): string {
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
