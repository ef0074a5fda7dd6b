import { infusionNumber } from '../../../domain/course/record/slots';
import type { Schemas } from '../../api/client';
import { visitsOf, type Visit } from '../../entries/visits';
import { bandLabel, missedWords, movementOf } from '../../components/course-words';
import classes from './report.module.css';
import { dateInWords } from '../../../domain/calendar/date-words';

/** Every visit of the course, or why it has no score. */
export function ScoreTable({ course }: { course: Schemas['CourseDetailResponse'] }) {
  return (
    <table className={classes.scores}>
      <thead>
        <tr>
          <th>Visit</th>
          <th>Day</th>
          <th>Score</th>
          <th>Severity</th>
          <th>Since baseline</th>
        </tr>
      </thead>
      <tbody>
        {visitsOf(course)
          .filter(isToBeSaid)
          .map((visit) => (
            <tr key={visit.slot}>
              <th scope="row">{visit.label}</th>
              <td>{dayOf(visit)}</td>
              <Score visit={visit} />
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The six infusions, and after the series what was recorded. */
function isToBeSaid({ slot, recorded }: Visit): boolean {
  return infusionNumber(slot) !== null || recorded !== null;
}

function Score({ visit }: { visit: Visit }) {
  const { recorded, state, reduction, percentReduction } = visit;
  const total = state === 'scored' ? recorded?.total : null;
  if (total == null) return <td colSpan={3}>{whyNot(visit)}</td>;
  return (
    <>
      <td>{total}</td>
      <td>{recorded?.band && bandLabel(recorded.band)}</td>
      <td>{reduction !== null && movementOf(reduction, percentReduction)}</td>
    </>
  );
}

function dayOf({ recorded, dueOn }: Visit): string {
  if (recorded?.assessedOn) return dateInWords(recorded.assessedOn);
  return dueOn ? `planned ${dateInWords(dueOn)}` : '';
}

function whyNot({ state, missedReason, recorded }: Visit): string {
  if (state === 'missed') return missedWords(missedReason);
  if (state === 'taken-back') return 'Taken back';
  if (state === 'unresolved') return 'Unresolved: nobody said what happened';
  return state === 'due' ? 'Due' : `No total: ${recorded?.noTotalBecause}`;
}
