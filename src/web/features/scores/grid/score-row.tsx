import { memo, useSyncExternalStore, type RefObject } from 'react';
import { Link } from 'wouter';
import { STATUS_WORDS } from '../../../components/course-words';
import { CourseMarks } from '../../../components/course/course-marks';
import { ActiveCell, type ActiveInput } from './active-cell';
import { CellLines } from './cell-lines';
import type { Course } from '../../../entries/entry';
import type { Cell, Row } from '../store/cells';
import type { ScoreStore } from '../store/score-store';
import { labelOf, shownIn } from '../store/words';
import classes from '../scores.module.css';
import { counted } from '../../../../domain/numbers/words';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  store: ScoreStore;
  courseId: string;
  /** Counted from 2, as the header is the first. */
  rowIndex: number;
  today: string;
  /** Null in every row but that of the active cell. */
  active: ActiveInput | null;
  /** The columns of a marked block in this row; 0 where there is none. */
  from: number;
  to: number;
}

/** One course: the patient, and its six infusions. */
export const ScoreRow = memo(function ScoreRow(props: Props) {
  const { store, courseId, rowIndex, today, active, from, to } = props;
  const row = useSyncExternalStore(store.subscribe, () => store.row(courseId));
  if (!row) return null;
  return (
    <tr
      aria-rowindex={rowIndex}
      data-course={courseId}
      data-active={active ? true : undefined}
      data-status={row.status}
    >
      <PatientCell row={row} today={today} active={active?.state.column === 0 ? active : null} />
      {row.cells.map((cell) => (
        <ScoreCell
          key={cell.address.infusion}
          course={row.course}
          cell={cell}
          today={today}
          active={active?.state.column === cell.address.infusion ? active : null}
          marked={cell.address.infusion >= from && cell.address.infusion <= to}
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
  active: ActiveInput | null;
  marked: boolean;
}) {
  const { look } = shownIn(cell, today);
  const phase = cell.pending?.phase.kind;
  return (
    <td
      aria-colindex={cell.address.infusion + 1}
      aria-label={labelOf(course, cell, today)}
      data-column={cell.address.infusion}
      data-look={look}
      data-phase={phase}
      data-today={(look === 'due' && cell.dueOn === today) || undefined}
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

function PatientCell({ row, today, active }: { row: Row; today: string; active: ActiveInput | null }) {
  const { course, status, marks, cells } = row;
  const { openSafetyNotices: notices } = course;
  return (
    <th scope="row" aria-colindex={1} data-column={0} className={classes.patient}>
      <span className={classes.who}>
        <Link
          href={`/patients/${course.patientId}`}
          className={classes.chart}
          tabIndex={active ? 0 : -1}
          ref={active ? (active.field as RefObject<HTMLAnchorElement>) : undefined}
          onKeyDown={active?.onKeyDown}
          onFocus={active?.onFocus}
        >
          {course.chartNumber}
        </Link>
        <span className={classes.chips} aria-hidden title={chipWords(cells, today)}>
          {cells.map((cell) => CHIPS[shownIn(cell, today).look]).join('')}
        </span>
      </span>
      <span className={classes.detail}>
        {KINDS[course.kind]}, {dateInWords(course.startedOn)}
        {status !== 'active' && (
          <>
            , <strong>{STATUS_WORDS[status]}</strong>
          </>
        )}
      </span>
      <CourseMarks names={marks} />
      {notices > 0 && <span className={classes.notice}>⚑ {counted(notices, 'open safety notice')}</span>}
    </th>
  );
}

function chipWords(cells: readonly Cell[], today: string): string {
  return cells.map((cell) => `${cell.address.infusion}: ${shownIn(cell, today).look}`).join(', ');
}
