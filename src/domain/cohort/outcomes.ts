import { REMISSION_RULES, isRemission } from '../course/judgement/remission.js';
import type { RemissionRule } from '../course/judgement/remission.js';
import { isResponse } from '../course/judgement/response.js';
import { isWorsened } from '../course/judgement/worsened.js';

/** Goes up when a definition changes what a figure says; every outcome carries it. */
export const DEFINITIONS_VERSION = '2';

/** What can have become of a course from its baseline to its endpoint. */
export interface OutcomeDefinition {
  /** A benefit is also counted at its bounds and defined in every publication; a harm is unknown where a score is missing. */
  kind: 'benefit' | 'harm';
  label: string;
  /** How it is counted, as a sentence about baseline and endpoint. */
  rule: string;
  /** Of a benefit: the rule for readers of a publication. */
  definition?: string;
  /** What trials call it. */
  fieldTerm: string;
  /** Those of whom it is so, in the words of an answer to a claim. */
  patients: string;
  /** The group of courses of which it is so, and what they did. */
  group: { name: string; label: string };
  /** The group of courses that were judged and of which it is not so, where a figure counts them. */
  rest?: { name: string; label: string };
  /** Is it so? Of two totals, 0-64. */
  judge: (baseline: number, endpoint: number) => boolean;
}

/**
 * What can have become of a course? The one table of outcomes: figures, groups, documents, pages, charts and claims take
 * their names, labels and rules from it.
 */
export const OUTCOMES = {
  response: {
    kind: 'benefit',
    label: 'Response',
    rule: 'The endpoint is at most half of the baseline, and the baseline is above 0.',
    definition: 'The score fell by half or more from infusion 1 to infusion 6.',
    fieldTerm: 'response: a reduction of at least 50 %',
    patients: 'patients with success (response)',
    group: { name: 'responders', label: 'Responded' },
    rest: { name: 'non-responders', label: 'Did not respond' },
    judge: isResponse,
  },
  remissionBelow20: remissionBy('below-20'),
  remissionAtMost10: remissionBy('at-most-10'),
  worsened: {
    kind: 'harm',
    label: 'Worsened',
    rule: 'The endpoint is higher than the baseline.',
    fieldTerm: 'deterioration: any rise of the score',
    patients: 'patients who got worse',
    group: { name: 'worsened', label: 'Worsened' },
    judge: isWorsened,
  },
} as const satisfies Readonly<Record<string, OutcomeDefinition>>;

export type OutcomeName = keyof typeof OUTCOMES;
type Of<Kind> = { [Name in OutcomeName]: (typeof OUTCOMES)[Name]['kind'] extends Kind ? Name : never }[OutcomeName];
export type BenefitName = Of<'benefit'>;

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as OutcomeName[];
export const BENEFIT_NAMES = OUTCOME_NAMES.filter((name): name is BenefitName => OUTCOMES[name].kind === 'benefit');

/** A value for each of these names, by name. */
export function forEachName<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const values = {} as Record<Name, Value>;
  for (const name of names) values[name] = valueOf(name);
  return values;
}

function remissionBy(rule: RemissionRule) {
  const { words, highest, score } = REMISSION_RULES[rule];
  return {
    kind: 'benefit' as const,
    label: `Remission (${words})`,
    rule: `The endpoint is ${highest} or lower.`,
    definition: `The score at infusion 6 is ${highest} or lower.`,
    fieldTerm: `remission by an absolute cut-off: a total of ${highest} or lower`,
    patients: `patients in remission (${score})`,
    group: { name: `remitted-${rule}`, label: `Remission (${words})` },
    judge: (_baseline: number, endpoint: number) => isRemission(rule, endpoint),
  };
}
