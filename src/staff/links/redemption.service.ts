import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
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
import type { GrantKind } from '../people/access-grant.entity.js';
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
      const kind = link.purpose === 'password-reset' ? link.purpose : 'invitation';
      const after = await this.activate(transaction, { ...person, passwordHash }, link, kind, source);
      const actor = { staffId, at: after.changedAt, ...source };
      await recordEvent(transaction, actor, 'account.password-chosen', { detail: link.purpose });
      return toStaffResponse(after);
    });
  }

  /**
   * Who may come by the identity provider with a link, without using it up.
   * @throws Problem 404 for a link of nobody; 409 for one with which a password is chosen, where the clinic takes passwords.
   */
  async providerPersonOf(token: string): Promise<{ clinicId: string; staffId: string }> {
    const person = await this.transactions.runGlobal((transaction) => this.links.personOf(transaction, token));
    const { clinicId, staffId } = person;
    const [staff, clinic] = await this.transactions.run(clinicId, async (transaction) => [
      await this.staff.find(transaction, staffId),
      await this.staff.findClinic(transaction),
    ]);
    if (staff?.status === 'active' && clinic && maySignInHere(clinic, staffId)) throw passwordFirst();
    return person;
  }

  /**
   * Takes up the open link of a person, without its secret and without a password, who has shown otherwise who they are: an
   * invitation, or in place of a password where the clinic takes none of them.
   * @param person Locked, and not deactivated.
   * @throws Problem 404 where there is none that can still be used.
   */
  async acceptLink(transaction: ClinicTransaction, person: Staff, source: RequestSource): Promise<Staff> {
    const isInvited = person.status === 'invited';
    const clinic = await this.staff.findClinic(transaction);
    if (!isInvited && clinic && maySignInHere(clinic, person.id)) throw notValid();
    const link = await this.links.useOf(transaction, person, isInvited ? 'invitation' : 'password-reset');
    return this.activate(transaction, person, link, isInvited ? 'invitation' : 'sso-link', source);
  }

  /** What a link that was used makes of a person. */
  private async activate(
    transaction: ClinicTransaction,
    person: Staff,
    link: OneTimeLink,
    kind: GrantKind,
    { requestId }: RequestSource,
  ): Promise<Staff> {
    await this.checkMaker(transaction, link);
    const changed = { version: person.version + 1, changedAt: this.clock.now(), changedBy: person.id, requestId };
    const after: Staff = { ...person, status: 'active', ...changed };
    await this.staff.update(transaction, after);
    await this.links.noteUse(transaction, link, after, kind);
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

function passwordFirst(): Problem {
  return new Problem(
    'conflict',
    'With this link you choose a password. Sign in with it, and link your account there under Account.',
  );
}
