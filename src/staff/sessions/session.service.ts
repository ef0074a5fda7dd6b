import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Environment } from '../../environment.js';
import { newId } from '../../http/ids.js';
import type { LiveSession } from './access.js';
import { describeDevice } from './device.js';
import type { Session } from './session.entity.js';
import { SessionRepository, type FoundSession, type SignedInPerson } from './session.repository.js';
import type { Actor } from './actor.js';
import type { Staff } from '../people/staff.entity.js';
import { hashOfSecret, newToken } from '../links/token.js';

const MINUTE = 60_000;

/** Sessions: begun by a sign-in, ended by a sign-out, by idleness, by age, or with the account. */
@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /** Begins a session in the transaction that checked the person, and clears away those that have ended. */
  async begin(
    transaction: ClinicTransaction,
    { clinicId, id: staffId, role }: Pick<Staff, 'clinicId' | 'id' | 'role'>,
    userAgent: string | undefined,
    factor: Pick<Session, 'verifiedAt' | 'enrolling'> = { verifiedAt: null, enrolling: false },
  ): Promise<{ token: string; session: Session }> {
    const at = this.clock.now();
    const { token, hash: tokenHash } = newToken();
    const device = describeDevice(userAgent);
    const person = { clinicId, staffId, role };
    const session = { tokenHash, id: newId(), ...person, device, createdAt: at, lastSeenAt: at, ...factor };
    await this.sessions.insert(transaction, session);
    const { sessionIdle, sessionLifetime } = this.environment;
    await this.sessions.deleteEnded(
      transaction,
      new Date(at.getTime() - sessionIdle - MINUTE),
      new Date(at.getTime() - sessionLifetime),
    );
    return { token, session };
  }

  /** The live session of a token, its last use noted at most once a minute; null when it has ended or never was. */
  async find(token: string): Promise<FoundSession | null> {
    const at = this.clock.now();
    const tokenHash = hashOfSecret(token);
    const session = await this.transactions.runGlobalOnce((transaction) => this.sessions.find(transaction, tokenHash));
    if (!session || at >= this.endOf(session)) return null;
    const unused = at.getTime() - session.lastSeenAt.getTime();
    // A clock that was set back ends no session that was just in use, but makes none last longer.
    if (-unused >= this.environment.sessionLifetime) return null;
    if (Math.abs(unused) < this.noteEvery()) return session;
    await this.transactions.runGlobalOnce((transaction) => this.sessions.touch(transaction, tokenHash, at));
    const createdAt = session.createdAt < at ? session.createdAt : at;
    return { ...session, createdAt, lastSeenAt: at };
  }

  /** Who an actor is, as the session shows it; null where the person is gone. */
  async personOf({ clinicId, staffId }: Actor): Promise<SignedInPerson | null> {
    return this.transactions.run(clinicId, (transaction) =>
      transaction.pipeline.finish(() => this.sessions.findPerson(transaction, staffId)),
    );
  }

  /** A tenth of the shortest idle time at most, so that a session in use does not end. */
  private noteEvery(): number {
    return Math.min(MINUTE, this.environment.sessionIdle / 10);
  }

  /** What may be known of a session, and until when it lasts. */
  live(session: Session): LiveSession {
    const { sessionIdle, sessionLifetime } = this.environment;
    const latestEndsAt = new Date(session.createdAt.getTime() + sessionLifetime);
    const latestSeconds = (latestEndsAt.getTime() - this.clock.now().getTime()) / 1000;
    const ends = { endsAt: this.endOf(session), latestEndsAt, latestSeconds };
    const { id, verifiedAt, enrolling } = session;
    return { id, ...ends, idleSeconds: sessionIdle / 1000, verifiedAt, enrolling };
  }

  /** The instant at which a session ends if nothing more is asked of it. */
  endOf(session: Session): Date {
    return new Date(
      Math.min(
        session.lastSeenAt.getTime() + this.environment.sessionIdle,
        session.createdAt.getTime() + this.environment.sessionLifetime,
      ),
    );
  }
}
