import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { AccessGrantRepository } from './access-grant.repository.js';
import { toAccessGrantResponse } from './staff.dto.js';
import type { Actor } from '../sessions/actor.js';
import type { OwnGrantListResponse } from '../sign-in/account.dto.js';

const MOST = 50;
/** Milliseconds for which a person is told at each sign-in. */
const TOLD_FOR = 14 * 24 * 60 * 60_000;

/** By whom the person who asks came to their access. */
@Injectable()
export class OwnGrantService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly grants: AccessGrantRepository,
  ) {}

  /** Latest first. */
  async list({ clinicId, staffId, at }: Actor): Promise<OwnGrantListResponse> {
    const rows = await this.transactions.run(clinicId, (transaction) => this.grants.listOf(transaction, staffId, MOST));
    const isRecent = (then: Date) => at.getTime() - then.getTime() < TOLD_FOR;
    return { items: rows.map((row) => ({ ...toAccessGrantResponse(row), recent: isRecent(row.takenUpAt) })) };
  }
}
