import type { EndpointRule } from '../../course/judgement/endpoint.js';
import type { CourseFact, CourseFacts } from '../judged-course.js';

/**
 * Courses that some number of a cohort counts, by the name they are asked for with. The same question is put to a course, and
 * to the cells of a tally that know its answer.
 */
export interface Group {
  name: string;
  label: string;
  /** What of a course the question is about. */
  about: readonly CourseFact[];
  holds: (course: CourseFacts) => boolean;
  /** By which score its courses are judged, where that is not the one of infusion 6. */
  endpoint?: EndpointRule;
  /** Where all of them started in one quarter: in which, and who of those who did. */
  started?: { quarter: string; among: Group };
}

export interface Named {
  name: string;
  label: string;
}

/** A group whose question is about nothing but these facts. */
export function groupOf<Fact extends CourseFact>(
  { name, label }: Named,
  about: readonly Fact[],
  holds: (course: Pick<CourseFacts, Fact>) => boolean,
): Group {
  return { name, label, about, holds };
}

/** Who is in each of these groups? */
export function both(...groups: Group[]): Group {
  return {
    name: groups.map(({ name }) => name).join(','),
    label: groups.map(({ label }) => label).join('; '),
    about: groups.flatMap(({ about }) => about),
    holds: (course) => groups.every(({ holds }) => holds(course)),
    ...endpointOf(groups),
    ...startOf(groups),
  };
}

/** The latest that one of them is judged by. */
function endpointOf(groups: Group[]): Pick<Group, 'endpoint'> {
  const named = groups.map(({ endpoint }) => endpoint);
  const endpoint = (['post-series', 'last-observed'] as const).find((one) => named.includes(one));
  return endpoint === undefined ? {} : { endpoint };
}

function startOf(groups: Group[]): Pick<Group, 'started'> {
  const [first, ...others] = groups.flatMap(({ started }) => started ?? []);
  if (first === undefined) return {};
  const { quarter } = first;
  const nobody = groupOf({ name: 'nobody', label: '' }, [], () => false);
  // Nobody starts in two quarters.
  if (others.some((other) => other.quarter !== quarter)) return { started: { quarter, among: nobody } };
  return { started: { quarter, among: both(...groups.map((group) => group.started?.among ?? group)) } };
}
