import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock } from '../../clock.js';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { RequestSource } from '../../http/incoming/client-address.js';
import { notFound, Problem } from '../../http/problem.js';
import type { OneTimeLink } from './one-time-link.entity.js';
import { notValid, OneTimeLinkService } from './one-time-link.service.js';
import { refuseOwnName } from '../sign-in/new-password.js';
import { maySignInHere } from '../sign-in/required-provider.js';
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
  async redeem({ token, password }: RedeemRequest, source: RequestSource): Promise<StaffResponse> {
    const { clinicId, staffId } = await this.transactions.runGlobal((transaction) =>
      this.links.personOf(transaction, token),
    );
    const invited = await this.transactions.run(clinicId, (transaction) => this.staff.find(transaction, staffId));
    if (invited) refuseOwnName('/password', password, invited);
    // Only for a link that is valid: this is as slow as it is meant to be.
    const passwordHash = await hashPassword(password);
    return this.transactions.run(clinicId, async (transaction) => {
      // The person first, then the link: a director's change takes them in this order too.
      const person = await this.staff.findLocked(transaction, staffId);
      const link = await this.links.use(transaction, token, ['invitation', 'password-reset']);
      const clinic = await this.staff.findClinic(transaction);
      if (clinic && !maySignInHere(clinic, staffId)) throw passwordOfNoUse();
      if (!person || person.status === 'deactivated') throw notFound('person');
      const after = await this.activate(transaction, { ...person, passwordHash }, link, source);
      const actor = { staffId, at: after.changedAt, ...source };
      await recordEvent(transaction, actor, 'account.password-chosen', { detail: link.purpose });
      return toStaffResponse(after);
    });
  }

  /** Who was invited by a link, without using it up. @throws Problem 404 for any other link. */
  async invitedBy(transaction: GlobalTransaction, token: string): Promise<{ clinicId: string; staffId: string }> {
    return this.links.personOf(transaction, token, ['invitation']);
  }

  /**
   * Takes up an open invitation without its link and without a password, of a person who has shown otherwise who they are.
   * @param person Locked, and invited.
   * @throws Problem 404 where there is none that can still be used.
   */
  async acceptInvitation(transaction: ClinicTransaction, person: Staff, source: RequestSource): Promise<Staff> {
    const link = await this.links.useInvitation(transaction, person);
    return this.activate(transaction, person, link, source);
  }

  /** What a link that was used makes of a person. */
  private async activate(
    transaction: ClinicTransaction,
    person: Staff,
    link: OneTimeLink,
    { requestId }: RequestSource,
  ): Promise<Staff> {
    await this.checkMaker(transaction, link);
    const changed = { version: person.version + 1, changedAt: this.clock.now(), changedBy: person.id, requestId };
    const after: Staff = { ...person, status: 'active', ...changed };
    await this.staff.update(transaction, after);
    await this.links.noteUse(transaction, link, after);
    await this.sessions.deleteOf(transaction, after.id);
    await this.throttle.clear(transaction, after.email);
    return after;
  }

  /** Who was a director when the link was made may be none any more. */
  private async checkMaker(transaction: ClinicTransaction, { createdBy }: OneTimeLink): Promise<void> {
    const maker = createdBy === null ? null : await this.staff.find(transaction, createdBy);
    if (maker && (maker.status !== 'active' || maker.role !== 'director')) throw notValid();
  }
}

function passwordOfNoUse(): Problem {
  return new Problem(
    'conflict',
    'Your clinic wants single sign-on, so a password would let you in nowhere. Use the button to sign in; the link stays good.',
  );
}
