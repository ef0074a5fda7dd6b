import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import { notFound, Problem } from '../../http/problem.js';
import { hashOfSecret } from '../links/token.js';
import type { Actor } from '../sessions/actor.js';
import { ApiTokenRepository } from './api-token.repository.js';
import type { ApiTokenRequest, MadeTokenResponse } from './system-account.dto.js';
import { SystemAccountRepository } from './system-account.repository.js';
import { hintOf, newApiToken } from './token-text.js';
import { counted } from '../../domain/numbers/words.js';

const DAY = 24 * 60 * 60_000;

/** Makes tokens and revokes them. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: SystemAccountRepository,
    private readonly tokens: ApiTokenRepository,
  ) {}

  /** Makes a token and shows it this once: only its hash is kept. @throws Problem 404, 409 of a deactivated account */
  async make(actor: Actor, accountId: string, request: ApiTokenRequest): Promise<MadeTokenResponse> {
    const { clinicId, staffId: createdBy, at: createdAt } = actor;
    const { scopes, validDays } = request;
    return this.transactions.run(clinicId, async (transaction) => {
      const account = await this.accounts.findLocked(transaction, accountId);
      if (!account) throw notFound('system account');
      if (account.status === 'deactivated') {
        throw new Problem('conflict', 'This system account is deactivated. Activate it first.');
      }
      const token = newApiToken();
      const hint = hintOf(token);
      const expiresAt = new Date(createdAt.getTime() + validDays * DAY);
      const made = { id: newId(), hint, scopes, createdAt, createdBy, expiresAt };
      const unused = { lastUsedAt: null, revokedAt: null, revokedBy: null };
      await this.tokens.insert(transaction, { clinicId, staffId: accountId, ...made, ...unused }, hashOfSecret(token));
      const detail = `${hint}: ${scopes.join(', ')}; ${counted(validDays, 'day')}`;
      await recordEvent(transaction, actor, 'api-token.made', { subjectId: accountId, detail });
      return { id: made.id, token, scopes, expiresAt: expiresAt.toISOString() };
    });
  }

  /** From now on the token is refused; of one that is revoked already nothing changes. @throws Problem 404 */
  async revoke(actor: Actor, id: string): Promise<void> {
    const { clinicId, staffId, at } = actor;
    await this.transactions.run(clinicId, async (transaction) => {
      const token = await this.tokens.findLocked(transaction, id);
      if (!token) throw notFound('token');
      if (token.revokedAt !== null) return;
      await this.tokens.revoke(transaction, id, staffId, at);
      await recordEvent(transaction, actor, 'api-token.revoked', { subjectId: token.staffId, detail: token.hint });
    });
  }
}
