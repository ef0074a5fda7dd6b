import { Injectable } from '@nestjs/common';
import { changedFields, recordEvent } from '../../audit/audit-event.repository.js';
import { fieldChanges } from '../../audit/field-changes.js';
import { calendarDateIn, Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { compareDates } from '../../domain/calendar/calendar.js';
import { newId } from '../../http/ids.js';
import { notFound, Problem } from '../../http/problem.js';
import { staleVersion } from '../../http/version.js';
import type { Actor } from '../sessions/actor.js';
import {
  toClinicianResponse,
  toClinicSettingsResponse,
  type ClinicChange,
  type ClinicianListResponse,
  type ClinicSettingsResponse,
} from './clinic.dto.js';
import { BreakGlassService } from './break-glass.service.js';
import { lockClinic } from './clinic-lock.repository.js';
import type { Clinic } from './clinic.entity.js';
import { plannedClinic, type PlannedClinic } from './planned-clinic.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { ClinicNameTaken, StaffRepository } from '../people/staff.repository.js';

/** What directors set. */
const SETTINGS = [
  ...(['name', 'timeZone', 'locale', 'crisisResources', 'selfApproval', 'secondFactor', 'strictAudit'] as const),
  ...(['breakGlassDirectorId'] as const),
  ...(['maintenanceIntervalWeeks', 'afterSeriesWeeks', 'clinicWeekdays', 'holidays'] as const),
] as const;

/** The tenants of the service. */
@Injectable()
export class ClinicService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly glass: BreakGlassService,
  ) {}

  async list(): Promise<Clinic[]> {
    return this.transactions.runGlobal((transaction) => this.staff.listClinics(transaction));
  }

  /** A clinic that doesn't exist yet, with its id. */
  plan(name: string, timeZone: string, id = newId()): PlannedClinic {
    return plannedClinic({ id, name, timeZone }, this.clock.now());
  }

  /** @throws Problem 409 for a name that is taken. */
  async make(transaction: ClinicTransaction, clinic: PlannedClinic, requestId: string): Promise<void> {
    const row = { ...clinic, requestId };
    await this.staff.insertClinic(transaction, row).catch(explainTaken(clinic.name));
  }

  async read(actor: Actor): Promise<ClinicSettingsResponse> {
    const clinic = await this.transactions.run(actor.clinicId, (transaction) => this.staff.findClinic(transaction));
    if (!clinic) throw notFound('clinic');
    return asOf(actor, clinic);
  }

  /** Everybody who can treat patients, also those who have left. */
  async clinicians({ clinicId }: Actor): Promise<ClinicianListResponse> {
    const people = await this.transactions.run(clinicId, (transaction) => this.staff.list(transaction));
    const treating = people.filter(({ role }) => role !== 'marketing');
    return { items: treating.map(toClinicianResponse) };
  }

  /**
   * Changes the settings. Another zone decides what today is from now on; no recorded date moves.
   * @throws Problem 412, or 409 for a name that is taken, for self-approval where there are several directors, and as `BreakGlassService`.
   */
  async change(actor: Actor, version: number, change: ClinicChange): Promise<ClinicSettingsResponse> {
    const { clinicId, staffId, at, requestId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      await lockClinic(transaction);
      const before = await this.staff.findClinic(transaction);
      if (!before) throw notFound('clinic');
      if (before.version !== version) throw staleVersion(asOf(actor, before));
      if (change.selfApproval === true) await this.checkSingleDirector(transaction);
      if (change.breakGlassDirectorId) await this.glass.check(transaction, actor, change.breakGlassDirectorId);
      const trace = { version: version + 1, changedAt: at, changedBy: staffId, requestId };
      const after: Clinic = { ...changed(before, change), ...trace };
      await this.staff.updateClinic(transaction, after).catch(explainTaken(after.name));
      if (after.secondFactor !== before.secondFactor) await this.sessions.requireOf(transaction, after.secondFactor);
      const changes = fieldChanges(before, after, SETTINGS);
      await recordEvent(transaction, actor, 'clinic.changed', { detail: changedFields(change), changes });
      return asOf(actor, after);
    });
  }

  private async checkSingleDirector(transaction: ClinicTransaction): Promise<void> {
    const directors = await this.staff.lockActiveDirectors(transaction);
    if (directors.length === 1) return;
    throw new Problem(
      'conflict',
      `The clinic has ${directors.length} active directors, so one approves what the other drafted. Nothing was saved.`,
    );
  }
}

function changed(before: Clinic, { breakGlassDirectorId, ...change }: ClinicChange): Clinic {
  return {
    ...before,
    name: change.name ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    locale: change.locale ?? before.locale,
    crisisResources: change.crisisResources ?? before.crisisResources,
    selfApproval: change.selfApproval ?? before.selfApproval,
    maintenanceIntervalWeeks: change.maintenanceIntervalWeeks ?? before.maintenanceIntervalWeeks,
    afterSeriesWeeks: change.afterSeriesWeeks ?? before.afterSeriesWeeks,
    clinicWeekdays: change.clinicWeekdays ?? before.clinicWeekdays,
    holidays: change.holidays?.toSorted((a, b) => compareDates(a.on, b.on)) ?? before.holidays,
    secondFactor: change.secondFactor ?? before.secondFactor,
    strictAudit: change.strictAudit ?? before.strictAudit,
    // Null takes it back.
    breakGlassDirectorId: breakGlassDirectorId === undefined ? before.breakGlassDirectorId : breakGlassDirectorId,
  };
}

function asOf({ at }: Actor, clinic: Clinic): ClinicSettingsResponse {
  return toClinicSettingsResponse(clinic, calendarDateIn(clinic.timeZone, at), at);
}

function explainTaken(name: string) {
  return (error: unknown): never => {
    if (!(error instanceof ClinicNameTaken)) throw error;
    throw new Problem('conflict', `There is a clinic named ${name} already.`);
  };
}
