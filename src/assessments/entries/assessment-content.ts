import { checkAnswers, checkTotal, totalOf } from '../../domain/cudos/score.js';
import { faultsAt, type FieldFault } from '../../http/problem.js';
import type { AssessmentRequest } from './assessment-request.dto.js';
import type { AssessmentVersion } from './assessment.entity.js';

/** What a version says, apart from who recorded it, when and why. */
export type Content = Pick<AssessmentVersion, 'state' | 'total' | 'answers' | 'assessedOn' | 'missedReason' | 'note'>;

/**
 * What a request says of a slot, and every fault in it. A score is a total or the 18 answers, from which the total
 * is computed; both may be sent where they agree.
 */
export function contentOf(request: AssessmentRequest): { content: Content; faults: FieldFault[] } {
  if (request.state === 'scored') return scored(request);
  const { state, assessedOn = null, missedReason = null, note = null } = request;
  const missed = state === 'missed';
  const faults = [
    ...unexpected(request, ['total', 'answers'], `An entry that is ${state} has no score.`),
    ...(missed ? [] : unexpected(request, ['assessedOn', 'missedReason'], NOTHING_ELSE)),
    ...(missed && missedReason === null
      ? [fault('/missedReason', 'reason-missing', 'Say why the visit was missed.')]
      : []),
  ];
  return {
    content: {
      state,
      total: null,
      answers: null,
      assessedOn: missed ? assessedOn : null,
      missedReason: missed ? missedReason : null,
      note,
    },
    faults,
  };
}

const NOTHING_ELSE = 'An entry made in error has only its reason.';

function scored(request: AssessmentRequest): { content: Content; faults: FieldFault[] } {
  const { total = null, answers = null, assessedOn = null, note = null } = request;
  const faults = [
    ...unexpected(request, ['missedReason'], 'A score has no reason for being missed.'),
    ...(assessedOn === null ? [fault('/assessedOn', 'date-missing', 'Say on which day the answers were given.')] : []),
    ...(total === null && answers === null
      ? [fault('/total', 'score-missing', 'Send a total from 0 to 64, or the 18 answers.')]
      : []),
    ...(total === null ? [] : faultsAt('/total', checkTotal(total))),
    ...(answers === null ? [] : faultsAt('/answers', checkAnswers(answers))),
  ];
  const computed = answers === null || faults.length > 0 ? total : totalOf(answers);
  if (faults.length === 0 && total !== null && computed !== total) {
    const message =
      computed === null
        ? `A total of ${total} was sent, but answers are missing: without all 16 there is no total.`
        : `A total of ${total} was sent, but items 1 to 16 add up to ${computed}.`;
    faults.push(fault('/total', 'total-differs-from-answers', message));
  }
  return {
    content: { state: 'scored', total: computed, answers, assessedOn, missedReason: null, note },
    faults,
  };
}

/** Do two versions say the same? */
export function sameContent(a: Content, b: Content): boolean {
  const text = (c: Content) => JSON.stringify([c.state, c.total, c.answers, c.assessedOn, c.missedReason, c.note]);
  return text(a) === text(b);
}

function unexpected(request: AssessmentRequest, fields: (keyof AssessmentRequest)[], message: string): FieldFault[] {
  return fields
    .filter((field) => (request[field] ?? null) !== null)
    .map((field) => fault(`/${field}`, 'unexpected', message));
}

function fault(pointer: string, rule: string, message: string): FieldFault {
  return { pointer, rule, message };
}
