import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound } from '../../http/problem.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { hashPassword } from '../sign-in/password.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SignInThrottleService } from '../sign-in/sign-in-throttle.service.js';
import type { RedeemRequest } from '../setup/setup.dto.js';
import { toStaffResponse, type StaffResponse } from '../people/staff.dto.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';

/** What a person does with a one-time link from a director: choose a password. */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkService,
    private readonly throttle: SignInThrottleService,
    private readonly clock: Clock,
  ) {}

  /** Chooses the password of an invited person, or a new one; all sessions of the person end. */
  async redeem({ token, password }: RedeemRequest, requestId: string): Promise<StaffResponse> {
    const passwordHash = await hashPassword(password);
    const { clinicId, staffId } = await this.transactions.runGlobal((transaction) =>
      this.links.personOf(transaction, token),
    );
    return this.transactions.run(clinicId, async (transaction) => {
      // The person first, then the link: a director's change takes them in this order too.
      const person = await this.staff.findLocked(transaction, staffId);
      await this.links.use(transaction, token, ['invitation', 'password-reset']);
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
      await this.sessions.deleteOf(transaction, staffId);
      await this.throttle.clear(transaction, after.email);
      return toStaffResponse(after);
    });
  }
}
