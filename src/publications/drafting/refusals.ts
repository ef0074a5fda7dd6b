import { periodTextInWords } from '../../domain/calendar/period.js';
import { INDICATIONS } from '../../domain/course/record/indications.js';
import { PUBLIC_CHART_NAMES } from '../../domain/charts/public/public-charts.js';
import type { PublicCohort } from '../../domain/disclosure/public-cohort.js';
import type { PublicGroupOf, PublicGroups } from '../../domain/disclosure/public-groups.js';
import { groupsIn } from '../../domain/publication/period-choice.js';
import { PUBLISHABLE_FIGURES } from '../../domain/publication/publishable.js';
import type { Refusal } from '../../domain/publication/refusal.js';
import type { Publication } from '../publication.entity.js';

/** Why a draft of before asks for what is never public; null where it does not. */
export function refusedChoice({ figures, charts, minimumBaseline }: Publication): Refusal | null {
  const others = [
    ...figures.filter((name) => !PUBLISHABLE_FIGURES.includes(name)),
    ...charts.filter((name) => !PUBLIC_CHART_NAMES.some((known) => known === name)),
  ];
  if (minimumBaseline !== null) return refused('figures', NO_MINIMUM_BASELINE);
  if (others.length === 0) return null;
  return refused('figures', `${others.join(', ')}: for directors only. Take ${others.length > 1 ? 'them' : 'it'} out.`);
}

export const NO_MINIMUM_BASELINE =
  'A publication is about all courses of its kind and indication, whatever their first score: who is counted must not ' +
  'depend on a score. Take the minimum baseline out.';

/** The groups that a period is made of; none where it is refused, with the reason and what would work. */
export function chosenGroups(
  period: string,
  found: PublicGroups | { clashing: PublicCohort },
): { groups: PublicGroupOf[]; refusal: Refusal | null } {
  if ('clashing' in found) return { groups: [], refusal: refused('cohort', besideOf(found.clashing)) };
  const choice = groupsIn(period, found.groups);
  if (choice.groups) return { groups: choice.groups, refusal: null };
  const { periods } = choice;
  return { groups: [], refusal: { rule: 'period', reason: reasonOf(period, periods), periods } };
}

function reasonOf(period: string, periods: readonly string[]): string {
  const whole = 'Only whole closed groups are published, so that nobody can work out anything about few patients.';
  if (periods.length === 0) {
    return `${whole} No group of these courses is closed yet: it takes 30 patients who started and 11 with a score at infusion 6, some with success and some without, and 60 days after the end of the quarter.`;
  }
  return `${whole} ${periodTextInWords(period)} does not begin and end with one. The nearest that do: ${periods.map(periodTextInWords).join(', ')}.`;
}

/** Why a cohort can't be public beside another, in words. */
export function besideOf(clashing: PublicCohort): string {
  return (
    `Figures of ${cohortInWords(clashing)} are public, and these courses overlap with them so that something about few ` +
    `patients could be worked out. Choose ${cohortInWords(clashing)} themselves, or courses of which none or all are among them.`
  );
}

function cohortInWords({ kind, indication }: PublicCohort): string {
  const which = kind === null ? 'all courses' : `${kind} courses`;
  return indication === null ? which : `${which} for ${INDICATIONS[indication].toLowerCase()}`;
}

function refused(rule: Refusal['rule'], reason: string): Refusal {
  return { rule, reason, periods: [] };
}
