import { EVERY_DAY } from '../../domain/calendar/clinic-days.js';
import { DEFAULT_AFTER_SERIES_WEEKS } from '../../domain/course/judgement/after-series-visits.js';
import { DEFAULT_MAINTENANCE_WEEKS } from '../../domain/course/record/protocol.js';
import { DEFAULT_CRISIS_RESOURCES } from './crisis-resources.js';
import type { Clinic } from './clinic.entity.js';

/** A clinic that no request has made yet. */
export type PlannedClinic = Omit<Clinic, 'requestId'>;

/** How a clinic writes numbers and dates in public before it says otherwise. */
const DEFAULT_LOCALE = 'en-US';

/** A clinic as it is set up, before anybody changes its settings. */
export function plannedClinic(
  { id, name, timeZone }: Pick<Clinic, 'id' | 'name' | 'timeZone'>,
  at: Date,
): PlannedClinic {
  const crisisResources = [...DEFAULT_CRISIS_RESOURCES];
  const trace = { version: 1, createdAt: at, changedAt: at, changedBy: null };
  const rhythms = {
    maintenanceIntervalWeeks: DEFAULT_MAINTENANCE_WEEKS,
    afterSeriesWeeks: [...DEFAULT_AFTER_SERIES_WEEKS],
    clinicWeekdays: [...EVERY_DAY.clinicWeekdays],
    holidays: [],
  };
  const rules = { selfApproval: false, secondFactor: 'optional', strictAudit: false } as const;
  const glass = { breakGlassDirectorId: null, breakGlassUsedAt: null };
  return { id, name, timeZone, locale: DEFAULT_LOCALE, crisisResources, ...rules, ...glass, ...rhythms, ...trace };
}
