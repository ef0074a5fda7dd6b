import { REMISSION_RULES } from '../../../domain/course/judgement/remission';
import { MAX_TOTAL } from '../../../domain/cudos/score';
import { SEVERITY_BANDS } from '../../../domain/cudos/severity';
import type { Schemas } from '../../api/client';
import { basisWords } from '../../components/course-words';
import classes from './report.module.css';
import { counted } from '../../../domain/numbers/words';

interface Props {
  course: Schemas['CourseDetailResponse'];
  outcome: Schemas['CourseOutcomeResponse'];
}

/** How the sheet is to be read, and what it does not say. */
export function Definitions({ course, outcome }: Props) {
  return (
    <footer className={classes.definitions}>
      <h2>How to read this</h2>
      <p>
        CUDOS totals run from 0 to {MAX_TOTAL}; higher is worse. {bandWords()} The baseline is the score at infusion 1,
        taken before the drug is given; a score after the series never stands in for infusion 6, and “last observed” is
        for comparison only. A response is an endpoint of at most half of the baseline. {basisWords(outcome)} Remission
        is judged by two rules: {remissionWords()}. Definitions version {outcome.definitionsVersion}.
      </p>
      <p>
        The answers are the patient’s own. A change in one patient does not show what brought it about, and a score is
        no diagnosis. This sheet says nothing about a patient’s safety
        {noticeWords(course.openSafetyNotices)}.
      </p>
    </footer>
  );
}

function bandWords(): string {
  const bands = SEVERITY_BANDS.map(({ label, from, to }) => `${from}-${to} ${label.toLowerCase()}`);
  return `${bands.join(', ')}.`;
}

function remissionWords(): string {
  const { 'below-20': below, 'at-most-10': atMost } = REMISSION_RULES;
  return `below 20 (${below.source}), and at most 10 (${atMost.source})`;
}

function noticeWords(open: number): string {
  if (open === 0) return '';
  return `; ${counted(open, 'safety notice is', 'safety notices are')} not acknowledged`;
}
