import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import { CodeCheckService } from '../second-factor/code-check.service.js';
import type { FactorKind } from '../second-factor/required.js';
import { takesCodes } from '../second-factor/recovery-codes.js';
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js';
import type { SignInOrigin } from '../sign-in/credential-check.service.js';
import { SessionStartService, type StartedSession } from '../sign-in/session-start.service.js';
import { SsoAttemptService } from './sso-attempt.service.js';
import { SsoPersonService } from './sso-person.service.js';
import type { SsoAttempt, SsoIdentity } from './sso.entity.js';

/** What is kept of how a person signed in. */
const WAY = 'single sign-on';

/** Signing in at the identity provider. The own second factor of a person is asked for all the same. */
@Injectable()
export class SsoSignInService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly attempts: SsoAttemptService,
    private readonly people: SsoPersonService,
    private readonly starts: SessionStartService,
    private readonly factors: SecondFactorRepository,
    private readonly codes: CodeCheckService,
  ) {}

  /**
   * Begins to sign in.
   * @param invitation Of a person with a one-time link: what follows its #. It is used up when the person is back.
   * @throws Problem 404 for a link that is not valid, 409 for one with which a password is chosen and where no provider is set up,
   *   503 while it is silent.
   */
  async begin(invitation: string | undefined): Promise<{ secret: string; address: string }> {
    // Null is none, too.
    if (!invitation) return this.attempts.begin('sign-in', null);
    return this.attempts.begin('invitation', await this.people.ownerOf(invitation));
  }

  /**
   * Starts a session of who came back from the provider.
   * @param secret What the browser kept.
   * @throws Problem 401 for what is no answer to it, for an account that is not linked, and where a second factor is needed too.
   */
  async signIn(search: string, secret: string | undefined, from: SignInOrigin): Promise<StartedSession> {
    const { identity, attempt } = await this.attempts.finish(search, secret, isToSignIn);
    const linked = await this.people.personOf(identity, attempt, from.source);
    const started = await this.transactions
      .run(linked.clinicId, (transaction) => this.startOf(transaction, linked, secret ?? '', from))
      .catch((error: unknown) => this.refused(error, linked, from));
    if ('token' in started) return started;
    throw factorNeeded(started.factors);
  }

  /**
   * Starts the session of a person who came back before, with a code of their second factor.
   * @throws Problem 401 where nobody waits in this browser, 422 for a wrong code, 429 while the person has to wait.
   */
  async sendCode(code: string, secret: string | undefined, from: SignInOrigin): Promise<StartedSession> {
    const waiting = await this.attempts.waiting(secret);
    if (!waiting) throw tooLate();
    const { clinicId, staffId } = waiting;
    const who = `${staffId} ${WAY}`;
    await this.codes.count(who);
    return this.transactions
      .run(clinicId, async (transaction) => {
        const found = await this.starts.findActive(transaction, staffId, notActive);
        const factor = await this.factors.findLocked(transaction, staffId);
        if (!takesCodes(factor)) throw factorNeeded(await this.factors.kindsOf(transaction, staffId));
        const kind = await this.codes.use(transaction, factor, { code, who, at: this.starts.now() });
        if (!(await this.attempts.use(transaction, waiting))) throw tooLate();
        return this.starts.start(transaction, found, from, {
          detail: `${WAY}, ${kind}`,
          shown: true,
          byProvider: true,
        });
      })
      .catch((error: unknown) => this.refused(error, waiting, from));
  }

  /** The session; or what is asked for besides, kept before somebody removes the link. */
  private async startOf(
    transaction: ClinicTransaction,
    linked: SsoIdentity,
    secret: string,
    from: SignInOrigin,
  ): Promise<StartedSession | { factors: readonly FactorKind[] }> {
    const found = await this.starts.findActive(transaction, linked.staffId, notActive);
    await this.people.noteUse(transaction, linked);
    const factors = await this.factors.kindsOf(transaction, linked.staffId);
    if (factors.length > 0) {
      await this.attempts.keep(transaction, secret, 'second-step', linked);
      return { factors };
    }
    return this.starts.start(transaction, found, from, { detail: WAY, shown: false, byProvider: true });
  }

  private async refused(
    error: unknown,
    person: Pick<SsoIdentity, 'clinicId' | 'staffId'>,
    from: SignInOrigin,
  ): Promise<never> {
    if (error instanceof Problem) await this.people.noteRefusal(person, from.source);
    throw error;
  }
}

function isToSignIn({ purpose }: SsoAttempt): boolean {
  return purpose === 'sign-in' || purpose === 'invitation';
}

function factorNeeded(factors: readonly FactorKind[]): Problem {
  const detail = factors.includes('app')
    ? 'You are known. Send the code that your authenticator app shows too, or a recovery code.'
    : 'You are known, but that is not enough: go on with your passkey.';
  return new Problem('second-factor-needed', detail, { factors });
}

function notActive(): Problem {
  return new Problem(
    'sign-in-refused',
    'Your account here is not active. Ask a director of your clinic. Nobody was signed in.',
  );
}

function tooLate(): Problem {
  return new Problem('sign-in-refused', 'Your sign-in took more than 10 minutes, or was finished. Begin again.');
}
