import { DISCLOSURE_THRESHOLD, TOO_FEW } from '../disclosure/counted-set.js';
import type { Refusal } from '../disclosure/refusal.js';
import { BENEFIT_NAMES, DEFINITIONS_VERSION, OUTCOMES, forEachName } from '../cohort/outcomes.js';
import type { PublicContent, Withheld, WithheldRule } from './published-document.js';

/** Why something is withheld. Neither says which of the numbers is small, nor how small. */
export const WITHHELD: Readonly<Record<Exclude<WithheldRule, 'differencing'>, Withheld>> = {
  threshold: {
    rule: 'threshold',
    reason:
      `It would show that a group has ${TOO_FEW} or fewer patients: those it counts, or those it leaves out. ` +
      `A group must have at least ${DISCLOSURE_THRESHOLD}, so that no number points to a person.`,
  },
  complementary: {
    rule: 'complementary',
    reason:
      `Together with the other numbers of this publication a group of ${TOO_FEW} or fewer patients could be worked ` +
      'out from it, for example by subtracting one number from another.',
  },
};

/** Too few to publish anything of. */
export const TOO_FEW_STARTERS: Refusal = {
  rule: 'threshold',
  otherPublicationIds: [],
  reason:
    `Fewer than ${DISCLOSURE_THRESHOLD} patients of this cohort have a score at infusion 1, too few to say anything ` +
    'about them without pointing to a person. Choose a longer period or a wider cohort.',
};

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
