import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, Problem, rulesBroken } from '../../http/problem.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { maySignInHere } from '../sign-in/required-provider.js';
import { PasswordChangeService } from '../sign-in/password-change.service.js';
import { SsoAttemptService } from './sso-attempt.service.js';
import { hashOfIdentity } from './sso-person.service.js';
import { toOwnSsoResponse, type OwnSsoResponse } from './sso.dto.js';
import type { SsoAttempt } from './sso.entity.js';
import { IdentityTaken, SsoRepository } from './sso.repository.js';

/** The link between a person who is signed in and their account at the identity provider. */
@Injectable()
export class SsoLinkService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sso: SsoRepository,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly attempts: SsoAttemptService,
    private readonly passwords: PasswordChangeService,
  ) {}

  async read({ clinicId, staffId }: Actor, { verifiedAt }: LiveSession): Promise<OwnSsoResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const person = await this.staff.find(transaction, staffId);
      if (!person) throw notFound('person');
      const link = await this.sso.findOf(transaction, staffId);
      return toOwnSsoResponse(link, this.attempts.providerName, person, verifiedAt);
    });
  }

  /**
   * Begins to link. Who has no second factor to show types the password: a session that was left open links nothing.
   * @throws Problem 409 where there is no provider or a link, 422 for a wrong password, 503 while the provider is silent.
   */
  async begin(
    actor: Actor,
    { verifiedAt }: LiveSession,
    password: string | undefined,
  ): Promise<{ secret: string; address: string }> {
    const { clinicId, staffId } = actor;
    if (verifiedAt === null) await this.passwords.check(actor, password ?? '');
    const link = await this.transactions.run(clinicId, (transaction) => this.sso.findOf(transaction, staffId));
    if (link) throw taken();
    return this.attempts.begin('link', actor);
  }

  /** Links the account of who came back from the provider. All other sessions of the person end. */
  async finish(
    actor: Actor,
    session: LiveSession,
    search: string,
    secret: string | undefined,
  ): Promise<OwnSsoResponse> {
    const { clinicId, staffId, at } = actor;
    const isOwn = (attempt: SsoAttempt) => attempt.purpose === 'link' && attempt.staffId === staffId;
    const { identity } = await this.attempts.finish(search, secret, isOwn).catch(asFault);
    const { issuer } = identity;
    const link = { identityHash: hashOfIdentity(identity), clinicId, staffId, issuer, linkedAt: at, lastUsedAt: null };
    await this.transactions
      .run(clinicId, async (transaction) => {
        await this.staff.findLocked(transaction, staffId);
        await this.sso.insert(transaction, link);
        await this.sessions.deleteOthers(transaction, staffId, session.id);
        await recordEvent(transaction, actor, 'sso.linked', { detail: 'account' });
      })
      .catch((error: unknown) => {
        throw error instanceof IdentityTaken ? taken() : error;
      });
    return this.read(actor, session);
  }

  /** Nobody signs in by it any more. @throws Problem 409 where there is none, or no other way in would be left. */
  async remove(actor: Actor, { id }: LiveSession): Promise<void> {
    const { clinicId, staffId } = actor;
    await this.transactions.run(clinicId, async (transaction) => {
      await this.staff.findLocked(transaction, staffId);
      if (!(await this.sso.deleteOf(transaction, staffId))) throw nothingLinked();
      const clinic = await this.staff.findClinic(transaction);
      if (clinic && !maySignInHere(clinic, staffId)) throw isRequired();
      if (!(await this.sso.hasOtherWay(transaction, staffId))) throw onlyWay();
      await this.sessions.deleteOthers(transaction, staffId, id);
      await recordEvent(transaction, actor, 'sso.unlinked');
    });
  }
}

/** Who links is signed in and stays so: what is wrong is what was sent. */
function asFault(error: unknown): never {
  if (!(error instanceof Problem) || error.type !== 'sign-in-refused') throw error;
  throw rulesBroken([{ pointer: '/search', rule: 'wrong-answer', message: error.detail }]);
}

function nothingLinked(): Problem {
  return new Problem('conflict', 'You have linked no account there. Nothing was changed.');
}

function taken(): Problem {
  return new Problem(
    'conflict',
    'This account there is linked already, or you have linked another one. Remove that link first. Nothing was changed.',
  );
}

function onlyWay(): Problem {
  return new Problem(
    'conflict',
    'This is your only way to sign in. Add a passkey first, or ask a director for a link with which you choose a password.',
  );
}

function isRequired(): Problem {
  return new Problem(
    'conflict',
    'Your clinic wants single sign-on, so this is your only way to sign in. To link another account, ask a director to remove this link and make you a new one.',
  );
}
