import { periodOf } from '../../../../domain/calendar/period';
import { ApiProblem, type FieldFault } from '../../../api/problem';
import type { Asked } from '../cohort-search';

const PERIODS = ['period', 'against'];

/** Waits for an answer; says of a period that nobody understands how people may write one, where the API says how programs do. */
export async function withPeriodWords<Answer>(asked: Asked, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { status, problem, retryAfter } = error;
    const errors = problem.errors?.map((fault) => ({ ...fault, message: messageOf(fault, asked) }));
    const at = problem.errors?.findIndex(({ message }) => message === problem.detail) ?? -1;
    throw new ApiProblem(status, { ...problem, errors, detail: errors?.[at]?.message ?? problem.detail }, retryAfter);
  }
}

function messageOf({ pointer, message }: FieldFault, asked: Asked): string {
  const typed = PERIODS.includes(pointer.slice(1)) ? asked[pointer.slice(1)] : undefined;
  if (typed === undefined || periodOf(typed) !== null) return message;
  return `“${typed}” is not a period. Try Q4 2026, March 2026, 2026, last 12 months, or Q1 to Q3 2026.`;
}
