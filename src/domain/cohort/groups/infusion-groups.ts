import type { InfusionNumber } from '../../course/record/slots.js';
import { groupOf } from './group.js';
import type { Group, Named } from './group.js';

/** Of whom is it known how long infusions 1 to 6 took? */
export const DATED_COMPLETERS = groupOf(
  { name: 'with-dates-at-1-and-6', label: 'Scored at infusions 1 and 6, with the day of both' },
  ['daysToInfusion6'],
  ({ daysToInfusion6 }) => daysToInfusion6 !== null,
);

/** Who has a score at this infusion, with or without a baseline? */
export function scoredAt(infusion: InfusionNumber): Group {
  const fact = `score-${infusion}` as const;
  const words = atInfusion('scored-at', 'Scored at infusion', infusion);
  return groupOf(words, [fact], ({ [fact]: score }) => score !== null);
}

/** Which starters were last scored at this infusion? */
export function lastScoredAt(infusion: number): Group {
  const words = atInfusion('last-scored-at', 'With a baseline, last scored at infusion', infusion);
  return groupOf(words, ['isStarter', 'lastScored'], ({ isStarter, lastScored }) => {
    return isStarter && lastScored === infusion;
  });
}

/** Which starters could still respond for the first time at this infusion? */
export function atRiskAt(infusion: number): Group {
  const words = atInfusion('at-risk-at', 'Scored there or later without a response before infusion', infusion);
  return groupOf(words, ['isStarter', 'firstResponse'], ({ isStarter, firstResponse }) => {
    return isStarter && firstResponse.time >= infusion;
  });
}

/** Who responded for the first time at this infusion? */
export function firstResponseAt(infusion: number): Group {
  const words = atInfusion('first-response-at', 'First response at infusion', infusion);
  return groupOf(words, ['firstResponse'], ({ firstResponse: { event, time } }) => event && time === infusion);
}

/** Who responded for the first time at this infusion or before? */
export function respondedBy(infusion: number): Group {
  const words = atInfusion('responded-by', 'First response at or before infusion', infusion);
  return groupOf(words, ['firstResponse'], ({ firstResponse: { event, time } }) => event && time <= infusion);
}

function atInfusion(prefix: string, label: string, infusion: number): Named {
  return { name: `${prefix}-${infusion}`, label: `${label} ${infusion}` };
}
