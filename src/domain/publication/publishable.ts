import { FIGURES, figureKey } from '../cohort/figures.js';
import type { KnownFigure } from '../cohort/figures.js';

/** The sets of which figures are public: the difference of the others from completers is few people whom outsiders can name. */
const PUBLIC_SETS: readonly string[] = ['starters', 'completers'];

const isPublic = ({ set, publishable }: KnownFigure) => publishable && PUBLIC_SETS.includes(set);
const keyOf = ({ set, terms: { name } }: KnownFigure) => figureKey({ set, name });

/**
 * Which figures may a publication choose from?
 *
 * Counts over starters, and counts and means over completers, by set and name (`completers.response`), in the order of the
 * figures. The others are for the director.
 */
export const PUBLISHABLE_FIGURES: readonly string[] = FIGURES.filter(isPublic).map(keyOf);

/**
 * Which figure comes before all others, whatever else a site chooses to show? Not the best case, but what became of all who
 * started.
 */
export const HEADLINE_FIGURE = 'starters.response';

/**
 * Which figures has every publication, whatever else it says?
 *
 * How many of all who started responded, how many were not scored at infusion 6, and how many got worse.
 */
export const MANDATORY_FIGURES: readonly string[] = [
  HEADLINE_FIGURE,
  'starters.withoutInfusion6',
  'completers.worsened',
];
