import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, rulesBroken, type Problem } from '../../http/problem.js';
import type { PasswordChangeRequest } from './account.dto.js';
import type { Actor } from '../sessions/actor.js';
import { OneTimeLinkService } from '../links/one-time-link.service.js';
import { refuseOwnName } from './new-password.js';
import { hashPassword, passwordMatches } from './password.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';

/** What a person who is signed in does about the own password. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkService,
    private readonly throttle: SignInThrottleService,
  ) {}

  /**
   * Changes the password; all other sessions of the person end, and one-time links are no longer valid.
   * @throws Problem 422 where the current password is not this one, 429 while the person has to wait, as at sign-in.
   */
  async change(
    actor: Actor,
    sessionId: string,
    { currentPassword, newPassword }: PasswordChangeRequest,
  ): Promise<void> {
    const before = await this.check(actor, currentPassword);
    refuseOwnName('/newPassword', newPassword, before);
    const passwordHash = await hashPassword(newPassword);
    const { clinicId, staffId, at, requestId } = actor;
    await this.transactions.run(clinicId, async (transaction) => {
      const person = await this.staff.findLocked(transaction, staffId);
      // Deactivated, or given another password, while this one was being checked.
      if (person?.status !== 'active' || person.passwordHash !== before.passwordHash) throw wrong();
      const trace = { changedAt: at, changedBy: staffId, requestId };
      const after: Staff = { ...person, passwordHash, version: person.version + 1, ...trace };
      await this.staff.update(transaction, after);
      await this.sessions.deleteOthers(transaction, staffId, sessionId);
      await this.links.revoke(transaction, after);
      await this.throttle.clear(transaction, after.email);
      await this.throttle.clear(transaction, signedIn(after));
      await recordEvent(transaction, actor, 'account.password-changed');
    });
  }

  /**
   * The person, where the password is theirs; the try is counted before it is looked at.
   * @throws Problem 422, or 429 while the person has to wait.
   */
  async check({ clinicId, staffId }: Actor, password: string): Promise<Staff> {
    const person = await this.transactions.run(clinicId, (transaction) => this.staff.find(transaction, staffId));
    if (!person) throw notFound('person');
    await this.throttle.count(signedIn(person));
    if (await passwordMatches(person.passwordHash, password)) return person;
    throw wrong();
  }
}

/** Counted apart from tries to sign in, which anybody can make. */
function signedIn({ email }: Pick<Staff, 'email'>): string {
  return `${email} signed in`;
}

function wrong(): Problem {
  const message = 'This is not your current password. Nothing was changed.';
  return rulesBroken([{ pointer: '/currentPassword', rule: 'wrong-password', message }]);
}
