import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { toOwnSessionResponse, type OwnSessionListResponse } from '../sign-in/account.dto.js';
import type { Actor } from './actor.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';

/** The sessions of the person who asks. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sessions: SessionRepository,
    private readonly lifetimes: SessionService,
  ) {}

  /** Those that have not ended, last used first. */
  async list(actor: Actor, currentId: string): Promise<OwnSessionListResponse> {
    const sessions = await this.transactions.runGlobalOnce((transaction) =>
      this.sessions.listOf(transaction, actor.clinicId, actor.staffId),
    );
    const items = sessions
      .map((session) => ({ session, endsAt: this.lifetimes.endOf(session) }))
      .filter(({ endsAt }) => actor.at < endsAt)
      .map(({ session, endsAt }) => toOwnSessionResponse(session, endsAt, currentId));
    return { items };
  }

  /** @returns Whether there was one of the person that had not ended. */
  async end(actor: Actor, id: string): Promise<boolean> {
    const { clinicId, staffId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const ended = await this.sessions.deleteOne(transaction, staffId, id);
      if (ended) await recordEvent(transaction, actor, 'session.ended');
      return ended;
    });
  }

  async endOthers(actor: Actor, currentId: string): Promise<void> {
    const { clinicId, staffId } = actor;
    await this.transactions.run(clinicId, async (transaction) => {
      await this.sessions.deleteOthers(transaction, staffId, currentId);
      await recordEvent(transaction, actor, 'session.ended', { detail: 'elsewhere' });
    });
  }
}
