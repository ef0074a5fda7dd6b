import { dateInWords } from '../domain/calendar/date-words.js';
import { checkPeriod, periodOf, periodsOverlap } from '../domain/calendar/period.js';
import type { Period } from '../domain/calendar/period.js';
import { MAX_TOTAL } from '../domain/cudos/score.js';
import { SEVERITY_BANDS } from '../domain/cudos/severity.js';
import { faultsAt, rulesBroken, type FieldFault } from '../http/problem.js';
import type { AppliedFilter, CohortQuery, ComparisonQuery } from './cohort.dto.js';

/** @throws Problem 422 for a period that can't be. */
export function filterOf(query: CohortQuery): AppliedFilter {
  const period = query.period === undefined ? null : periodOf(query.period);
  const [from, to] = [query.from ?? period?.from ?? null, query.to ?? period?.to ?? null];
  const faults = [...periodFaults(query), ...faultsAt('/to', checkPeriod(from, to))];
  if (faults.length > 0) throw rulesBroken(faults);
  const { kind = null, indication = null, baselineBand = null } = query;
  const { minimumBaseline = null, clinician = null } = query;
  return { from, to, kind, indication, baselineBand, minimumBaseline, clinician };
}

/**
 * The two filters of a comparison, which differ in their period only.
 * @throws Problem 422 for a period that can't be, and for two that share a day.
 */
export function comparedFilters(query: ComparisonQuery): [AppliedFilter, AppliedFilter] {
  const { against: other, ...asked } = query;
  const [period, against] = [periodOf(query.period), periodOf(other)];
  if (period === null || against === null) {
    throw rulesBroken([
      ...(period === null ? [impossible('/period')] : []),
      ...(against === null ? [impossible('/against')] : []),
    ]);
  }
  if (periodsOverlap(period, against)) throw rulesBroken([overlap(period, against)]);
  return [filterOf(asked), filterOf({ ...asked, period: other })];
}

/** The lowest and highest baseline that is asked for, which leaves out courses without one; null where none is. */
export function baselineRange({ baselineBand, minimumBaseline }: AppliedFilter): [number, number] | null {
  if (baselineBand === null && minimumBaseline === null) return null;
  const band = SEVERITY_BANDS.find(({ name }) => name === baselineBand);
  return [Math.max(minimumBaseline ?? 0, band?.from ?? 0), band?.to ?? MAX_TOTAL];
}

function periodFaults({ period, from, to }: CohortQuery): FieldFault[] {
  if (period === undefined) return [];
  if (from !== undefined || to !== undefined) {
    const message = 'Give either a period of quarters or years, or a first and a last day.';
    return [{ pointer: '/period', rule: 'period-and-days', message }];
  }
  return periodOf(period) === null ? [impossible('/period')] : [];
}

function impossible(pointer: string): FieldFault {
  const message = 'The period must lie in the years 1900 to 2198 and not end before it begins, e.g. 2025-Q1..2026-Q2.';
  return { pointer, rule: 'period-impossible', message };
}

function overlap(period: Period, against: Period): FieldFault {
  const message =
    `The two periods share days: ${daysInWords(period)}, and ${daysInWords(against)}. ` +
    'Choose two that don’t, so that no course is on both sides.';
  return { pointer: '/against', rule: 'periods-overlap', message };
}

function daysInWords({ from, to }: Period): string {
  return `${dateInWords(from)} to ${dateInWords(to)}`;
}
