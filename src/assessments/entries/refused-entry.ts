import type { Warning } from '../../domain/course/rules/warning.js';
import { Problem, rulesBroken, type FieldFault } from '../../http/problem.js';
import type { Content } from './assessment-content.js';
import { toUnsavedNotice } from '../safety-notices/safety-notice.dto.js';

// Nothing is saved, so no notice is opened; what items 14 and 15 say is shown at once all the same.

/** 422 with every fault; where the answers themselves are right, with the notice they ask for. */
export function faultyEntry(faults: FieldFault[], { answers }: Content): Problem {
  const problem = rulesBroken(faults);
  if (faults.some(({ pointer }) => pointer.startsWith('/answers'))) return problem;
  const safetyNotice = answers && toUnsavedNotice(answers);
  return new Problem(problem.type, problem.detail, { ...problem.extras, safetyNotice });
}

/** 422 with the warnings that ask for a reason. */
export function confirmationNeeded(warnings: Warning[], { answers }: Content): Problem {
  return new Problem(
    'confirmation-needed',
    'This is possible but unusual. Nothing was saved; check it, and say why it is right.',
    { warnings, safetyNotice: answers && toUnsavedNotice(answers) },
  );
}
