import { FIGURES, figureKey } from '../cohort/figures.js';
import { SEVERITY_BANDS } from '../cudos/severity.js';

/**
 * Which figures may a publication choose from?
 *
 * Every figure of a cohort that is not for the director alone, by its set and name (`completers.response`), in the order of the figures.
 */
export const PUBLISHABLE_FIGURES: readonly string[] = FIGURES.filter(({ publishable }) => publishable).map(
  ({ set, terms: { name } }) => figureKey({ set, name }),
);

/**
 * Which lowest baselines may a publication ask for?
 *
 * The lower edges of the severity bands above none: 11, 21, 31 and 46 points. A free number would let two
 * drafts differ by a single patient.
 *
 * Source: Zimmerman (2008), doi:10.1016/j.comppsych.2007.10.006 (bands).
 */
export const MINIMUM_BASELINES: readonly number[] = SEVERITY_BANDS.map(({ from }) => from).filter((from) => from > 0);
