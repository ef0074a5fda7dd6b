import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound } from '../../http/problem.js';
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

  /** @throws Problem 404 for a session that has ended, and for another person's. */
  async end({ clinicId, staffId }: Actor, id: string): Promise<void> {
    const ended = await this.transactions.runGlobalOnce((transaction) =>
      this.sessions.deleteOne(transaction, { clinicId, staffId, id }),
    );
    if (!ended) throw notFound('session of yours');
  }

  async endOthers({ clinicId, staffId }: Actor, currentId: string): Promise<void> {
    await this.transactions.runGlobalOnce((transaction) =>
      this.sessions.deleteOthers(transaction, { clinicId, id: staffId }, currentId),
    );
  }
}
