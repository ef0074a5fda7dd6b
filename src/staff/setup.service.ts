import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { TenantTransaction, type Transaction } from '../database/tenant-transaction.js';
import { newId } from '../http/ids.js';
import { notFound, Problem } from '../http/problem.js';
import type { Clinic } from './clinic.entity.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { hashPassword } from './password.js';
import { SessionRepository } from './session.repository.js';
import type { RedeemRequest, SetupRequest, StaffResponse } from './staff.dto.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { toStaffResponse } from './staff.dto.js';
import type { Staff } from './staff.entity.js';
import { ClinicNameTaken, StaffRepository } from './staff.repository.js';
import { explainTaken } from './staff.service.js';

/** What a person does with a one-time link: set up the clinic, or choose a password. */
@Injectable()
export class SetupService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkService,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  /** A link for the first set-up, where there is no clinic yet; null where there is one. */
  async firstLink(): Promise<string | null> {
    return this.transactions.runGlobal(async (transaction) => {
      const clinics = await this.staff.listClinics(transaction);
      if (clinics.length > 0) return null;
      return (await this.links.make(transaction, 'setup', null)).link;
    });
  }

  /**
   * Sets up a clinic with its first director, who can sign in at once.
   * @throws Problem 404 for a link that is not valid, 409 for a name that is taken.
   */
  async setUp(
    { token, clinic, director }: SetupRequest,
    requestId: string,
  ): Promise<StaffResponse> {
    const passwordHash = await hashPassword(director.password);
    const id = newId();
    return this.transactions.run(id, async (transaction) => {
      await this.links.use(transaction, token, ['setup']);
      const at = this.clock.now();
      await this.makeClinic(transaction, { id, ...clinic, createdAt: at });
      const person: Staff = {
        clinicId: id,
        id: newId(),
        name: director.name,
        email: director.email,
        role: 'director',
        status: 'active',
        passwordHash,
        version: 1,
        changedAt: at,
        changedBy: null,
        requestId,
      };
      await this.staff.insert(transaction, person).catch(explainTaken);
      return toStaffResponse(person);
    });
  }

  /** Chooses the password of an invited person, or a new one; all sessions of the person end. */
  async redeem({ token, password }: RedeemRequest, requestId: string): Promise<StaffResponse> {
    const passwordHash = await hashPassword(password);
    const { clinicId, staffId } = await this.transactions.runGlobal((transaction) =>
      this.links.personOf(transaction, token),
    );
    return this.transactions.run(clinicId, async (transaction) => {
      await this.links.use(transaction, token, ['invitation', 'password-reset']);
      const person = await this.staff.findLocked(transaction, clinicId, staffId);
      if (!person || person.status === 'deactivated') throw notFound('person');
      const after: Staff = {
        ...person,
        status: 'active',
        passwordHash,
        version: person.version + 1,
        changedAt: this.clock.now(),
        changedBy: staffId,
        requestId,
      };
      await this.staff.update(transaction, after);
      await this.sessions.deleteOf(transaction, clinicId, staffId);
      await this.throttle.clear(transaction, after.email);
      return toStaffResponse(after);
    });
  }

  private async makeClinic(transaction: Transaction, clinic: Clinic): Promise<void> {
    try {
      await this.staff.insertClinic(transaction, clinic);
    } catch (error) {
      if (!(error instanceof ClinicNameTaken)) throw error;
      throw new Problem('conflict', `There is a clinic named ${clinic.name} already.`);
    }
  }
}
