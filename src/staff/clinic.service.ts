import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { TenantTransaction, type Transaction } from '../database/tenant-transaction.js';
import { newId } from '../http/ids.js';
import { Problem } from '../http/problem.js';
import type { Clinic } from './clinic.entity.js';
import { ClinicNameTaken, StaffRepository } from './staff.repository.js';

/** A clinic that no request has made yet. */
export type PlannedClinic = Omit<Clinic, 'requestId'>;

/** The tenants of the service. */
@Injectable()
export class ClinicService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<Clinic[]> {
    return this.transactions.runGlobal((transaction) => this.staff.listClinics(transaction));
  }

  /** A clinic that doesn't exist yet, with its id. */
  plan(name: string, timeZone: string): PlannedClinic {
    return { id: newId(), name, timeZone, createdAt: this.clock.now() };
  }

  /** @throws Problem 409 for a name that is taken. */
  async make(transaction: Transaction, clinic: PlannedClinic, requestId: string): Promise<void> {
    try {
      await this.staff.insertClinic(transaction, { ...clinic, requestId });
    } catch (error) {
      if (!(error instanceof ClinicNameTaken)) throw error;
      throw new Problem('conflict', `There is a clinic named ${clinic.name} already.`);
    }
  }
}
