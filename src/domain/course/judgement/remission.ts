/** A cut-off below which a patient counts as free of depression, with its words and its source. */
export interface RemissionRuleDefinition {
  readonly label: string;
  /** After the word remission. */
  readonly words: string;
  /** The score that counts. */
  readonly score: string;
  /** In lay words, after `scored`. */
  readonly plainly: string;
  /** Highest total that still counts as remission. */
  readonly highest: number;
  readonly source: string;
}

export type RemissionRule = 'below-20' | 'at-most-10';

function ruleOf(words: string, rule: Omit<RemissionRuleDefinition, 'label' | 'words'>): RemissionRuleDefinition {
  return { label: `Remission: ${words}`, words, ...rule };
}

/**
 * By which cut-offs can remission be defined? On the same 153 patients they gave 47 % and 34 %
 * (Zimmerman et al., J Clin Psychiatry 2017), so a remission rate always names its rule.
 */
export const REMISSION_RULES: Readonly<Record<RemissionRule, RemissionRuleDefinition>> = {
  'below-20': ruleOf('below 20', {
    score: 'score below 20',
    plainly: 'below 20',
    highest: 19,
    source: 'Zimmerman et al. 2004, doi:10.1176/appi.ajp.161.10.1911',
  }),
  'at-most-10': ruleOf('at most 10', {
    score: 'score of at most 10',
    plainly: '10 or less',
    highest: 10,
    source: 'Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006 (non-depressed range)',
  }),
};

/**
 * Is the patient in remission by this rule?
 *
 * Input: the rule and the endpoint total, 0-64. Output: true when the total is at or below the rule's
 * cut-off. It asks about the endpoint alone, so one who began below the cut-off can be in remission
 * too.
 *
 * @example isRemission('below-20', 19) // true
 * @example isRemission('at-most-10', 19) // false
 */
export function isRemission(rule: RemissionRule, endpoint: number): boolean {
  return endpoint <= REMISSION_RULES[rule].highest;
}
