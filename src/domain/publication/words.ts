import { BENEFIT_NAMES, DEFINITIONS_VERSION, OUTCOMES, forEachName } from '../cohort/outcomes.js';
import { countInFigures } from '../numbers/words.js';
import type { PublicBound, PublicContent, Withheld } from './published-document.js';

/** Why something is withheld, in one wording, so that it says nothing of which rule it was. */
export const WITHHELD: Withheld = {
  rule: 'threshold',
  reason: 'It could reveal something about few patients, so it is not public.',
};

/** What lies outside of the closed groups, in words: a number could tell of few. */
export const OUTSIDE =
  'Courses are counted in whole groups of at least 30 patients who started in the same quarters. A group is closed 60 days ' +
  'after its last quarter, once none of its courses is under way, and is not changed by what is recorded later. Courses that ' +
  'began before the first or after the last of these groups are not counted.';

/** The definitions behind the figures, in words for every reader. */
export const DEFINITIONS: PublicContent['definitions'] = {
  version: DEFINITIONS_VERSION,
  ...forEachName(BENEFIT_NAMES, (name) => OUTCOMES[name].definition),
  score6:
    'The score of an infusion is taken at that visit before the drug is given: the score at infusion 1 is the ' +
    'baseline, and the score at infusion 6 has five infusions behind it.',
};

/**
 * Which outcomes does a publication define?
 *
 * Input: its definitions; of an earlier version of the service they may be fewer than there are outcomes now. Output: label
 * and definition of each.
 *
 * @example definedIn(DEFINITIONS)[0].label // 'Response'
 */
export function definedIn(definitions: PublicContent['definitions']): { label: string; definition: string }[] {
  return BENEFIT_NAMES.flatMap((name) => {
    const definition = definitions[name];
    return definition === undefined ? [] : [{ label: OUTCOMES[name].label, definition }];
  });
}

/** What every reader must know to judge the figures. */
export const CAVEATS: readonly string[] = [
  'These are before-and-after scores without a comparison group. They do not prove that the treatment caused the change: people in studies also improve with a placebo, and with time.',
  'The scores are answers that patients gave about themselves in a questionnaire (CUDOS, 0 to 64 points, lower is better).',
  'The score at infusion 6 is taken before the sixth infusion, so it says nothing about how long a change lasts.',
  'Many patients stop early. Figures of those scored at infusions 1 and 6 are not what everyone who starts may expect.',
  'Using ketamine for depression is off-label: the drug is not approved for it.',
  'This is not medical advice. Your own result may differ.',
];

/**
 * How is a count said that is not told exactly?
 *
 * Input: on which side of which number it lies. Output: words for count and percent.
 *
 * @example boundInWords({ is: 'under', count: 11, percent: 10 }) // 'fewer than 11 (under 10 %)'
 */
export function boundInWords(bound: PublicBound): string {
  return `${boundedCountInWords(bound)} (${bound.is} ${bound.percent} %)`;
}

/** The same without the percent: `fewer than 11`. */
export function boundedCountInWords({ is, count }: PublicBound): string {
  return `${is === 'under' ? 'fewer' : 'more'} than ${countInFigures(count)}`;
}
