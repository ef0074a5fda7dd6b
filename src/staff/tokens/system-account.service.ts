import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import { notFound } from '../../http/problem.js';
import { staleVersion } from '../../http/version.js';
import { IdempotencyService } from '../../idempotency/idempotency.service.js';
import type { Actor } from '../sessions/actor.js';
import { ApiTokenRepository } from './api-token.repository.js';
import { toListedSystemAccount, toSystemAccountResponse } from './system-account.dto.js';
import type {
  SystemAccountChangeRequest,
  SystemAccountListResponse,
  SystemAccountRequest,
  SystemAccountResponse,
} from './system-account.dto.js';
import { SystemAccountRepository, type SystemAccount } from './system-account.repository.js';

/** The programs that ask with tokens, as the directors of a clinic manage them. */
@Injectable()
export class SystemAccountService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: SystemAccountRepository,
    private readonly tokens: ApiTokenRepository,
    private readonly idempotency: IdempotencyService,
  ) {}

  async list({ clinicId, at }: Actor): Promise<SystemAccountListResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const tokens = await this.tokens.list(transaction);
      const accounts = await this.accounts.list(transaction);
      return { items: accounts.map((account) => toListedSystemAccount(account, tokens, at)) };
    });
  }

  async add(actor: Actor, { name }: SystemAccountRequest, key?: string): Promise<SystemAccountResponse> {
    const { clinicId, staffId, at } = actor;
    const once = { clinicId, staffId, at, key, content: ['system-accounts', name] };
    return this.transactions.run(clinicId, (transaction) =>
      this.idempotency.once(transaction, once, async () => {
        const account: SystemAccount = { id: newId(), name, status: 'active', version: 1 };
        await this.accounts.insert(transaction, account, actor);
        await recordEvent(transaction, actor, 'system-account.added', { subjectId: account.id });
        return toSystemAccountResponse(account);
      }),
    );
  }

  /** Changes name or status. @throws Problem 404, 412 */
  async change(
    actor: Actor,
    id: string,
    version: number,
    change: SystemAccountChangeRequest,
  ): Promise<SystemAccountResponse> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const before = await this.accounts.findLocked(transaction, id);
      if (!before) throw notFound('system account');
      if (before.version !== version) throw staleVersion(toSystemAccountResponse(before));
      const { name = before.name, status = before.status } = change;
      const after = { id, name, status, version: version + 1 };
      await this.accounts.update(transaction, after, actor);
      const detail = [change.name && 'name', change.status && `status ${status}`].filter(Boolean).join(', ') || null;
      await recordEvent(transaction, actor, 'system-account.changed', { subjectId: id, detail });
      return toSystemAccountResponse(after);
    });
  }
}
