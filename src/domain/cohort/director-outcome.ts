import { countedOutcome } from './cohort-outcome.js';
import type { CohortOutcome } from './cohort-outcome.js';
import type { Cohort } from './cohort.js';
import { groupsBehind, plain } from './counted.js';
import { quoted, termsIn } from './figures.js';
import { STARTERS } from './groups/groups.js';
import { MODEL_FIGURES, fittedModel, modelBasedFigures, modelInput } from './model-based.js';
import type { ModelBasedFigures } from './model-based.js';

/** Everything that is said of a cohort to the director, also what never leaves the clinic. */
export interface DirectorOutcome extends CohortOutcome {
  /**
   * The mean reduction of all starters, if those who stopped would have gone on like those whose scores were alike; null
   * under 20 completers.
   */
  modelBased: ModelBasedFigures | null;
}

/** The same, with the group behind every count by its JSON pointer. */
export interface CountedDirectorOutcome {
  outcome: DirectorOutcome;
  groups: Record<string, string>;
}

/**
 * What did this cohort achieve, and what would it have if nobody had stopped?
 *
 * Input: a cohort, and its model where it was fitted elsewhere. Output: its outcome as of `countedOutcome`, with the
 * model-based estimate, which takes longer than all of the rest and so is left out where nobody asks for it; its figure is
 * among the others.
 *
 * Example: under 20 completers `modelBased` is null, and its figure has no value.
 */
export function directorOutcome(cohort: Cohort, fitted = fittedModel(modelInput(cohort))): CountedDirectorOutcome {
  const { outcome, groups } = countedOutcome(cohort);
  const model = modelBasedFigures(cohort, fitted);
  const source = { model, starters: cohort.count(STARTERS) };
  const figures = MODEL_FIGURES.map(({ read, ...terms }) =>
    quoted({ ...termsIn('modelBased', terms), set: 'modelBased', ...read(source) }),
  );
  return {
    outcome: { ...outcome, modelBased: plain(model), figures: [...outcome.figures, ...figures] },
    groups: { ...groups, ...groupsBehind(model, '/modelBased') },
  };
}
