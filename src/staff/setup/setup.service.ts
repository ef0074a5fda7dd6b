import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { RequestSource } from '../../http/incoming/client-address.js';
import { newId } from '../../http/ids.js';
import { SigningKeyService } from '../../signing/signing-key.service.js';
import { ClinicService } from '../clinic/clinic.service.js';
import { OneTimeLinkService } from '../links/one-time-link.service.js';
import { refuseOwnName } from '../sign-in/new-password.js';
import { hashPassword } from '../sign-in/password.js';
import type { SetupRequest } from './setup.dto.js';
import { toStaffResponse, type StaffResponse } from '../people/staff.dto.js';
import type { NewStaff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';
import { explainTaken } from '../people/taken-address.js';

/** The first steps: a link for the person who starts the service, and the clinic it sets up. */
@Injectable()
export class SetupService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly clinics: ClinicService,
    private readonly staff: StaffRepository,
    private readonly links: OneTimeLinkService,
    private readonly keys: SigningKeyService,
    private readonly clock: Clock,
  ) {}

  /** A link for the first set-up, where there is no clinic yet; null where there is one. */
  async firstLink(): Promise<string | null> {
    if ((await this.clinics.list()).length > 0) return null;
    return this.transactions.runGlobal(async (transaction) => {
      const by = { staffId: null, requestId: 'start' };
      const { link } = await this.links.make(transaction, 'setup', null, by);
      return link;
    });
  }

  /**
   * Sets up a clinic with its key and its first director, who can sign in at once.
   * @throws Problem 404 for a link that is not valid, 409 for a name that is taken or a key that can't be kept.
   */
  async setUp({ token, clinic, director }: SetupRequest, source: RequestSource): Promise<StaffResponse> {
    const { requestId } = source;
    await this.transactions.runGlobal((transaction) => this.links.checkSetup(transaction, token));
    refuseOwnName('/director/password', director.password, director);
    const passwordHash = await hashPassword(director.password);
    const id = newId();
    return this.transactions.run(id, async (transaction) => {
      await this.links.useSetup(transaction, token);
      const at = this.clock.now();
      const planned = this.clinics.plan(clinic.name, clinic.timeZone, id);
      await this.clinics.make(transaction, planned, requestId);
      const person: NewStaff = {
        clinicId: id,
        id: newId(),
        name: director.name,
        email: director.email,
        role: 'director',
        status: 'active',
        passwordHash,
        lastSignedInAt: null,
        version: 1,
        changedAt: at,
        changedBy: null,
        requestId,
      };
      await this.staff.insert(transaction, person).catch(explainTaken);
      await this.keys.make(transaction, at);
      await recordEvent(transaction, { staffId: person.id, at, ...source }, 'clinic.set-up');
      return toStaffResponse(person);
    });
  }
}
