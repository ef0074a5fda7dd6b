/**
 * What a person may decide to be right as it is, by the names of the rules; each stops a commit until then.
 * Everything else that is wrong has to be corrected.
 */
export const ACCEPTABLE_RULES = [
  'chart-number-above',
  'chart-number-alphabet',
  'chart-number-cut',
  'chart-number-date',
  'chart-number-decimals',
  'columns-hidden',
  'columns-left-over',
  'columns-numbered',
  'course-repeated',
  'courses-close',
  'date-far-from-plan',
  'date-long-ago',
  'date-of-instant',
  'dates-mixed',
  'infusions-on-one-day',
  'last-as-infusion-6',
  'one-row-a-visit',
  'other-instrument',
  'patient-under-other-number',
  'reason-not-given',
  'reason-not-listed',
  'row-of-totals',
  'row-without-visits',
  'rows-hidden',
  'rows-in-quotes',
  'score-missed',
  'total-not-plain',
  'visits-left-over',
  'visits-past-six',
] as const;
export type AcceptableRule = (typeof ACCEPTABLE_RULES)[number];

export function isAcceptable(rule: string): rule is AcceptableRule {
  return ACCEPTABLE_RULES.some((each) => each === rule);
}
