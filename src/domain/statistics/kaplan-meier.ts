/** When a subject was last seen, and whether the event came then (else it is censored). */
export interface Observation {
  time: number;
  event: boolean;
}

/** The same of several subjects. */
export interface RepeatedObservation extends Observation {
  n: number;
}

/**
 * The estimate at one time. `surviving` is the proportion (0-1) still without the event after it.
 */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  events: number;
  surviving: number;
}

/**
 * What proportion has not had the event yet, when some are followed for longer than others?
 *
 * Input: observations with of how many subjects each is, in any unit of time; and the times to report, rising, among
 * which every time of an event must be (by default these alone). A subject censored at a time is
 * still at risk at it. Output: a step a time with the number at risk, the events and the surviving
 * proportion (1 falling to 0). Where nobody is at risk it stays as it was, so of nobody it is 1:
 * the number at risk says how little that means.
 *
 * Source: Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452.
 *
 * Example: 6, 11, 18, 18+, 19, 27, 45 and 83+ days (+ is censored) give .8750, .7500, .6250,
 * .46875, .3125 and .15625.
 */
export function kaplanMeier(
  observations: readonly RepeatedObservation[],
  times: readonly number[] = eventTimes(observations),
): SurvivalStep[] {
  let surviving = 1;
  return times.map((time) => {
    const atRisk = countOf(observations, (each) => each.time >= time);
    const events = countOf(observations, (each) => each.event && each.time === time);
    if (atRisk > 0) surviving = (surviving * (atRisk - events)) / atRisk;
    return { time, atRisk, events, surviving };
  });
}

function eventTimes(observations: readonly Observation[]): number[] {
  const times = observations.filter(({ event }) => event).map(({ time }) => time);
  return [...new Set(times)].sort((a, b) => a - b);
}

function countOf(observations: readonly RepeatedObservation[], holds: (each: Observation) => boolean): number {
  return observations.reduce((total, each) => (holds(each) ? total + each.n : total), 0);
}
