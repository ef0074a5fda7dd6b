import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { violates } from '../../database/sql-state.js';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { Clinic } from '../clinic/clinic.entity.js';
import { SignInName } from '../sign-in/sign-in.entity.js';
import { ROLES } from '../sessions/actor.js';
import { Staff, type NewStaff } from './staff.entity.js';
import { GIVES_ACCESS } from './access-grant.repository.js';

export class EmailTaken extends Error {}
export class ClinicNameTaken extends Error {}

/** What decides which day it is in a clinic, and on which days visits are planned. */
export type ClinicCalendar = Pick<
  Clinic,
  'timeZone' | 'maintenanceIntervalWeeks' | 'afterSeriesWeeks' | 'clinicWeekdays' | 'holidays'
>;

const CALENDAR = `SELECT time_zone AS "timeZone", maintenance_interval_weeks AS "maintenanceIntervalWeeks",
  after_series_weeks AS "afterSeriesWeeks", clinic_weekdays AS "clinicWeekdays", holidays FROM clinic WHERE id = $1`;

/** Of people: a system account is a row of staff too. */
const role = In([...ROLES]);

/** Clinics and the people who sign in. */
@Injectable()
export class StaffRepository {
  /** @throws ClinicNameTaken */
  async insertClinic({ manager }: ClinicTransaction, clinic: Clinic): Promise<void> {
    await nameExplained(manager.insert(Clinic, clinic));
  }

  async findClinic({ manager, clinicId: id }: ClinicTransaction): Promise<Clinic | null> {
    return manager.findOneBy(Clinic, { id });
  }

  async findCalendar({ pipeline, clinicId: id }: ClinicTransaction): Promise<ClinicCalendar | null> {
    return (await pipeline.query<ClinicCalendar>(CALENDAR, [id]))[0] ?? null;
  }

  /**
   * Writes the changed settings of the clinic that was locked before.
   * @throws ClinicNameTaken
   */
  async updateClinic(
    { manager }: ClinicTransaction,
    { id, createdAt: _kept, breakGlassUsedAt: _noted, ...change }: Clinic,
  ): Promise<void> {
    await nameExplained(manager.update(Clinic, { id }, change));
  }

  /** Notes that a break-glass director signed in as such, which is no change of the settings. */
  async noteBreakGlass({ manager, clinicId: id }: ClinicTransaction, breakGlassUsedAt: Date): Promise<void> {
    await manager.update(Clinic, { id }, { breakGlassUsedAt });
  }

  async findClinicByName({ manager }: ClinicTransaction, name: string): Promise<Clinic | null> {
    return manager.findOneBy(Clinic, { name });
  }

  async listClinics({ manager }: GlobalTransaction): Promise<Clinic[]> {
    return manager.find(Clinic, { order: { name: 'ASC' } });
  }

  /** @throws EmailTaken where the sign-in name is somebody's, in any clinic */
  async insert({ manager }: ClinicTransaction, staff: NewStaff): Promise<void> {
    const { email, clinicId, id } = staff;
    try {
      await manager.insert(SignInName, { name: email, clinicId, staffId: id });
    } catch (error) {
      if (violates(error, 'sign_in_name_pkey')) throw new EmailTaken();
      throw error;
    }
    await manager.insert(Staff, { ...staff, draftKey: randomBytes(32) });
  }

  async findSignInName({ manager }: GlobalTransaction, name: string): Promise<SignInName | null> {
    return manager.findOneBy(SignInName, { name });
  }

  async find({ manager, clinicId }: ClinicTransaction, id: string): Promise<Staff | null> {
    return manager.findOneBy(Staff, { clinicId, id, role });
  }

  /** The person, kept from changing until the transaction ends. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<Staff | null> {
    return manager.findOne(Staff, {
      where: { clinicId, id, role },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async list({ manager, clinicId }: ClinicTransaction): Promise<Staff[]> {
    return manager.find(Staff, { where: { clinicId, role }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** Ids of the active directors, all of them kept from changing until the transaction ends. */
  async lockActiveDirectors({ manager, clinicId }: ClinicTransaction): Promise<string[]> {
    const rows = await manager.find(Staff, {
      select: { clinicId: true, id: true },
      where: { clinicId, role: 'director', status: 'active' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(({ id }) => id);
  }

  /** When somebody of the clinic last gave the person access, or the role of a director; null where nobody ever did. */
  async findAccessSince({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<Date | null> {
    const [row] = await manager.query<{ since: Date | null }[]>(
      `SELECT max(g.taken_up_at) AS since FROM access_grant g
       WHERE g.clinic_id = $1 AND g.staff_id = $2 AND g.made_by IS NOT NULL AND ${GIVES_ACCESS}
         AND (g.kind <> 'role' OR g.role = 'director')`,
      [clinicId, staffId],
    );
    return row?.since ?? null;
  }

  async countActiveDirectors({ manager, clinicId }: ClinicTransaction): Promise<number> {
    return manager.countBy(Staff, { clinicId, role: 'director', status: 'active' });
  }

  /** Notes a sign-in, which is no change of the person. */
  async noteSignIn({ manager }: ClinicTransaction, { clinicId, id }: Staff, at: Date): Promise<void> {
    await manager.update(Staff, { clinicId, id }, { lastSignedInAt: at });
  }

  /** Writes the changed person over the row that was locked before. */
  async update({ manager }: ClinicTransaction, staff: Staff): Promise<void> {
    const { clinicId, id, name, role, status, passwordHash, version } = staff;
    const { changedAt, changedBy, requestId } = staff;
    await manager.update(
      Staff,
      { clinicId, id },
      { name, role, status, passwordHash, version, changedAt, changedBy, requestId },
    );
  }
}

async function nameExplained(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (violates(error, 'clinic_name_key')) throw new ClinicNameTaken();
    throw error;
  }
}
