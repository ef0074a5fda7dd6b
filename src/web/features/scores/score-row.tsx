import { memo, useSyncExternalStore, type RefObject } from 'react';
import { Link } from 'wouter';
import { showDate } from '../../components/dates';
import { ActiveCell, type Active } from './active-cell';
import { CellLines } from './cell-lines';
import type { Cell, Course, Row } from './cells';
import type { ScoreBook } from './score-book';
import classes from './scores.module.css';
import { labelOf, shownIn } from './words';

interface Props {
  book: ScoreBook;
  courseId: string;
  /** Counted from 2, as the header is the first. */
  rowIndex: number;
  today: string;
  /** Only in the row where the person is. */
  active: Active | null;
  /** The columns of a marked block in this row; 0 where there is none. */
  from: number;
  to: number;
}

/** One course: the patient, and its six infusions. */
export const ScoreRow = memo(function ScoreRow(props: Props) {
  const { book, courseId, rowIndex, today, active, from, to } = props;
  const row = useSyncExternalStore(book.subscribe, () => book.row(courseId));
  if (!row) return null;
  return (
    <tr aria-rowindex={rowIndex} data-course={courseId} data-active={active ? true : undefined}>
      <PatientCell row={row} today={today} active={active?.desk.column === 0 ? active : null} />
      {row.cells.map((cell) => (
        <ScoreCell
          key={cell.place.infusion}
          course={row.course}
          cell={cell}
          today={today}
          active={active?.desk.column === cell.place.infusion ? active : null}
          marked={cell.place.infusion >= from && cell.place.infusion <= to}
        />
      ))}
    </tr>
  );
});

function ScoreCell({
  course,
  cell,
  today,
  active,
  marked,
}: {
  course: Course;
  cell: Cell;
  today: string;
  active: Active | null;
  marked: boolean;
}) {
  const { look } = shownIn(cell, today);
  const phase = cell.pending?.phase.is;
  return (
    <td
      aria-colindex={cell.place.infusion + 1}
      aria-label={labelOf(course, cell, today)}
      data-column={cell.place.infusion}
      data-look={look}
      data-phase={phase}
      data-active={active ? true : undefined}
      data-marked={marked || undefined}
      aria-selected={marked || undefined}
      className={classes.cell}
    >
      {active ? (
        <ActiveCell course={course} cell={cell} today={today} active={active} />
      ) : (
        <div className={classes.inside}>
          <CellLines cell={cell} today={today} />
        </div>
      )}
    </td>
  );
}

const KINDS = { induction: 'Induction', maintenance: 'Maintenance' };
const CHIPS = { scored: '●', missed: '⊘', form: '◐', unresolved: '?', due: '○' };

function PatientCell({ row, today, active }: { row: Row; today: string; active: Active | null }) {
  const { course, cells } = row;
  const { openSafetyNotices: notices } = course;
  return (
    <th scope="row" aria-colindex={1} data-column={0} className={classes.patient}>
      <span className={classes.who}>
        <Link
          href={`/patients/${course.patientId}`}
          className={classes.chart}
          tabIndex={active ? 0 : -1}
          ref={active ? (active.field as RefObject<HTMLAnchorElement>) : undefined}
          onKeyDown={active?.onPress}
          onFocus={active?.onFocus}
        >
          {course.chartNumber}
        </Link>
        <span className={classes.chips} aria-hidden title={chipWords(cells, today)}>
          {cells.map((cell) => CHIPS[shownIn(cell, today).look]).join('')}
        </span>
      </span>
      <span className={classes.detail}>
        {KINDS[course.kind]}, {showDate(course.startedOn)}
        {course.status !== 'active' && `, ${course.status}`}
      </span>
      {notices > 0 && (
        <span className={classes.notice}>
          ⚑ {notices} open safety {notices === 1 ? 'notice' : 'notices'}
        </span>
      )}
    </th>
  );
}

function chipWords(cells: readonly Cell[], today: string): string {
  return cells.map((cell) => `${cell.place.infusion}: ${shownIn(cell, today).look}`).join(', ');
}
