import { Injectable } from '@nestjs/common';
import { violates } from '../../database/sql-state.js';
import type { Transaction } from '../../database/tenant-transaction.js';
import { Clinic } from '../clinic/clinic.entity.js';
import { SignInName } from '../sign-in/sign-in.entity.js';
import { Staff } from './staff.entity.js';

export class EmailTaken extends Error {}
export class ClinicNameTaken extends Error {}

/** Clinics and the people who sign in. */
@Injectable()
export class StaffRepository {
  /** @throws ClinicNameTaken */
  async insertClinic(transaction: Transaction, clinic: Clinic): Promise<void> {
    await nameExplained(transaction.insert(Clinic, clinic));
  }

  async findClinic(transaction: Transaction, id: string): Promise<Clinic | null> {
    return transaction.findOneBy(Clinic, { id });
  }

  /** The clinic, kept from changing until the transaction ends; what belongs to it can still be added. */
  async findClinicLocked(transaction: Transaction, id: string): Promise<Clinic | null> {
    return transaction.findOne(Clinic, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /**
   * Writes the changed settings over the row that was locked before.
   * @throws ClinicNameTaken
   */
  async updateClinic(transaction: Transaction, { id, ...clinic }: Clinic): Promise<void> {
    const { name, timeZone, crisisResources, selfApproval } = clinic;
    const { version, changedAt, changedBy, requestId } = clinic;
    const settings = { name, timeZone, crisisResources, selfApproval };
    const change = { ...settings, version, changedAt, changedBy, requestId };
    await nameExplained(transaction.update(Clinic, { id }, change));
  }

  async findClinicByName(transaction: Transaction, name: string): Promise<Clinic | null> {
    return transaction.findOneBy(Clinic, { name });
  }

  async listClinics(transaction: Transaction): Promise<Clinic[]> {
    return transaction.find(Clinic, { order: { name: 'ASC' } });
  }

  /** @throws EmailTaken where the sign-in name is somebody's, in any clinic */
  async insert(transaction: Transaction, staff: Staff): Promise<void> {
    const { email, clinicId, id } = staff;
    try {
      await transaction.insert(SignInName, { name: email, clinicId, staffId: id });
    } catch (error) {
      if (violates(error, 'sign_in_name_pkey')) throw new EmailTaken();
      throw error;
    }
    await transaction.insert(Staff, staff);
  }

  async findSignInName(transaction: Transaction, name: string): Promise<SignInName | null> {
    return transaction.findOneBy(SignInName, { name });
  }

  async find(transaction: Transaction, clinicId: string, id: string): Promise<Staff | null> {
    return transaction.findOneBy(Staff, { clinicId, id });
  }

  /** The person, kept from changing until the transaction ends. */
  async findLocked(transaction: Transaction, clinicId: string, id: string): Promise<Staff | null> {
    return transaction.findOne(Staff, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async list(transaction: Transaction, clinicId: string): Promise<Staff[]> {
    return transaction.find(Staff, { where: { clinicId }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** Ids of the active directors, all of them kept from changing until the transaction ends. */
  async lockActiveDirectors(transaction: Transaction, clinicId: string): Promise<string[]> {
    const rows = await transaction.find(Staff, {
      select: { clinicId: true, id: true },
      where: { clinicId, role: 'director', status: 'active' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(({ id }) => id);
  }

  async countActiveDirectors(transaction: Transaction, clinicId: string): Promise<number> {
    return transaction.countBy(Staff, { clinicId, role: 'director', status: 'active' });
  }

  /** Notes a sign-in, which is no change of the person. */
  async noteSignIn(transaction: Transaction, { clinicId, id }: Staff, at: Date): Promise<void> {
    await transaction.update(Staff, { clinicId, id }, { lastSignedInAt: at });
  }

  /** Writes the changed person over the row that was locked before. */
  async update(transaction: Transaction, staff: Staff): Promise<void> {
    const { clinicId, id, name, role, status, passwordHash, version } = staff;
    const { changedAt, changedBy, requestId } = staff;
    await transaction.update(
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
