import { ANALYSIS_SETS } from './definitions.js';
import type { AnalysisSet } from './definitions.js';
import type { FigureDefinition, Reading } from './figure-definition.js';
import { BOUND_FIGURES, PAIRED_FIGURES, RESPONDER_FIGURES, STARTER_FIGURES } from './figure-definitions.js';
import { groupsOfFigure } from './figure-groups.js';
import type { FigureGroups } from './figure-groups.js';
import type { PairedFigures } from './paired-figures.js';
import type { BoundFigures, StarterFigures } from './starters.js';

/** A figure that can be quoted alone: it carries its set, its estimator, its n and its interval, and names who is in it. */
export interface Figure extends Reading, FigureGroups, Omit<FigureDefinition<never>, 'read'> {
  set: AnalysisSet;
}

/** The figures of the four analysis sets. */
export interface SetFigures {
  starters: StarterFigures;
  completers: PairedFigures;
  lastObserved: PairedFigures;
  bounds: BoundFigures;
}

/**
 * Which numbers may be quoted of this cohort, and what does each of them mean?
 *
 * Input: the figures of the four analysis sets. Output: one self-contained figure a row, starters
 * first; values in the unit they name; null where there is nothing to estimate. Names are unique
 * within a set.
 *
 * Source: this service's definitions.
 *
 * Example: 3 responders of 5 completers give `response` of `completers`, 60 per cent, n 5, count 3,
 * interval 23.1 to 88.2.
 */
export function figuresOf(sets: SetFigures): Figure[] {
  return FIGURES.map((figureOf) => figureOf(sets));
}

type FigureOf = (sets: SetFigures) => Figure;

/** What a figure always says is put together once: outcomes are computed by the thousand. */
function figuresIn<Source>(
  set: AnalysisSet,
  definitions: readonly FigureDefinition<Source>[],
  sourceOf: (sets: SetFigures) => Source,
): FigureOf[] {
  return definitions.map(({ read, howCounted, ...definition }) => {
    const known = {
      ...definition,
      set,
      ...groupsOfFigure(set, definition.name),
      howCounted: `${ANALYSIS_SETS[set].counts} ${howCounted}`,
    };
    return (sets) => ({ ...known, ...read(sourceOf(sets)) });
  });
}

const FIGURES: readonly FigureOf[] = [
  ...figuresIn('starters', STARTER_FIGURES, ({ starters }) => starters),
  ...figuresIn('completers', PAIRED_FIGURES, ({ completers }) => completers),
  ...figuresIn('completers', RESPONDER_FIGURES, ({ completers }) => completers.responders),
  ...figuresIn('lastObserved', PAIRED_FIGURES, ({ lastObserved }) => lastObserved),
  ...figuresIn('lastObserved', RESPONDER_FIGURES, ({ lastObserved }) => lastObserved.responders),
  ...figuresIn('bounds', BOUND_FIGURES, ({ bounds }) => bounds),
];
