import { Injectable } from '@nestjs/common';
import { Clock, isBefore } from '../../clock.js';
import type { ClinicTransaction, Transaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { Actor } from '../sessions/actor.js';
import { attemptOf, newAttempt, type AttemptSecrets } from './attempt-secrets.js';
import { IdentityProviderService, type ProvenIdentity } from './identity-provider.service.js';
import { notTaken } from './provider-fault.js';
import type { AttemptPurpose, SsoAttempt } from './sso.entity.js';
import { SsoRepository } from './sso.repository.js';

/** Milliseconds for which a person may be at the identity provider. */
export const ATTEMPT_LIFETIME = 10 * 60_000;
/** Seconds for which the browser keeps its secret: on the way there and back, and to type a code. */
export const COOKIE_SECONDS = (2 * ATTEMPT_LIFETIME) / 1000;

type Person = Pick<Actor, 'clinicId' | 'staffId'>;

/** The way to the identity provider and back: by one browser, for one purpose, once, in ten minutes. */
@Injectable()
export class SsoAttemptService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sso: SsoRepository,
    private readonly provider: IdentityProviderService,
    private readonly clock: Clock,
  ) {}

  /** How people call the provider; null where none is set up. */
  get providerName(): string | null {
    return this.provider.name;
  }

  /**
   * Begins.
   * @param person Who is to be linked, or was invited; null to sign in.
   * @returns The secret for the browser, and where it goes.
   */
  async begin(purpose: AttemptPurpose, person: Person | null): Promise<{ secret: string; address: string }> {
    const attempt = newAttempt();
    const address = await this.provider.addressFor(attempt);
    await this.transactions.runGlobal((transaction) => this.keep(transaction, attempt.secret, purpose, person));
    return { secret: attempt.secret, address };
  }

  /**
   * Uses an attempt up, whatever becomes of it, and finds out who is there.
   * @param isFor Whether an attempt is for what is done now.
   * @throws Problem 401 where the answer is not to such an attempt of this browser; 503 while the provider is silent.
   */
  async finish(
    search: string,
    secret: string | undefined,
    isFor: (attempt: SsoAttempt) => boolean,
  ): Promise<{ identity: ProvenIdentity; attempt: SsoAttempt }> {
    const refuse = () => notTaken(this.providerName ?? 'the identity provider');
    // Of another browser's answer nothing is used up: a link somewhere does not stop who is just signing in.
    const secrets = attemptWithState(search, secret);
    if (!secrets) throw refuse();
    const attempt = await this.transactions.runGlobal((transaction) => this.sso.takeAttempt(transaction, secrets.hash));
    if (!attempt || !isFor(attempt) || !this.isInTime(attempt)) throw refuse();
    return { identity: await this.provider.identityOf(search, secrets), attempt };
  }

  /** Keeps under the same secret what the browser may do next. */
  async keep(transaction: Transaction, secret: string, purpose: AttemptPurpose, person: Person | null): Promise<void> {
    const at = this.clock.now();
    const [clinicId, staffId] = [person?.clinicId ?? null, person?.staffId ?? null];
    const expiresAt = new Date(at.getTime() + ATTEMPT_LIFETIME);
    const attempt = { secretHash: attemptOf(secret).hash, purpose, clinicId, staffId, expiresAt };
    await this.sso.insertAttempt(transaction, attempt, at);
  }

  /** Uses up what waited, in the transaction that begins the session. @returns Whether it was still there. */
  async use(transaction: ClinicTransaction, { secretHash }: SsoAttempt): Promise<boolean> {
    return (await this.sso.takeAttempt(transaction, secretHash)) !== null;
  }

  /** What waits for a second factor in this browser; null where nothing does (any more). */
  async waiting(secret: string | undefined): Promise<(SsoAttempt & { clinicId: string; staffId: string }) | null> {
    if (secret === undefined) return null;
    const { hash } = attemptOf(secret);
    const kept = await this.transactions.runGlobal((transaction) => this.sso.findAttempt(transaction, hash));
    if (kept?.purpose !== 'second-step' || !this.isInTime(kept)) return null;
    const { clinicId, staffId } = kept;
    return clinicId === null || staffId === null ? null : { ...kept, clinicId, staffId };
  }

  private isInTime({ expiresAt }: SsoAttempt): boolean {
    return isBefore(expiresAt, this.clock.now(), ATTEMPT_LIFETIME);
  }
}

function attemptWithState(search: string, secret: string | undefined): AttemptSecrets | null {
  if (secret === undefined) return null;
  const attempt = attemptOf(secret);
  return new URLSearchParams(search).get('state') === attempt.state ? attempt : null;
}
