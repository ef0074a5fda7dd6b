import { Problem } from '../http/problem.js';

/** A patient who may be the one that is about to be written. */
export interface LookAlike {
  id: string;
  chartNumber: string;
  /** Whether the chart numbers are alike; else initials, year of birth and sex are the same. */
  byChartNumber: boolean;
}

const DETAILS = {
  added:
    'This may be a patient who is recorded already. Nobody was added; open that patient, or say why this is another.',
  corrected:
    'So corrected, this may be another patient who is recorded already. Nothing was changed; open that patient, or say why this is another.',
};

/** 422 with the patients to look at, and what makes each of them look the same. */
export function looksAlike(lookAlikes: readonly LookAlike[], written: keyof typeof DETAILS): Problem {
  return new Problem('confirmation-needed', DETAILS[written], {
    warnings: lookAlikes.map(warningOf),
  });
}

/** Those who look the same only since a correction; who looked so before was asked about then. */
export function newlyAlike(after: readonly LookAlike[], before: readonly LookAlike[]): readonly LookAlike[] {
  const known = (now: LookAlike) =>
    before.some(({ id, byChartNumber }) => id === now.id && byChartNumber === now.byChartNumber);
  return after.filter((now) => !known(now));
}

function warningOf({ id, chartNumber, byChartNumber }: LookAlike) {
  const patient = { id, chartNumber };
  return byChartNumber
    ? {
        rule: 'similar-chart-number',
        message: `The chart number ${chartNumber} is almost the same: case, punctuation, leading zeros, O and 0, I and 1 aside.`,
        patient,
      }
    : {
        rule: 'same-person',
        message: `The patient with the chart number ${chartNumber} has the same initials, year of birth and sex.`,
        patient,
      };
}
