import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { Problem } from '../http/problem.js';

const DAY = 24 * 60 * 60_000;

/** One creating request: who sends it, when, and the key the client gave it, if any. */
export interface CreatingRequest {
  clinicId: string;
  staffId: string;
  at: Date;
  key: string | undefined;
  /** Route and body, whatever makes two requests the same. */
  content: unknown;
}

/** Lets a client send a creating request again without making a second thing. Keys are kept for a day. */
@Injectable()
export class IdempotencyService {
  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly transactions: TransactionService,
  ) {}

  /** Forgets, for all clinics, what is older than a day: answers hold chart numbers. */
  async forgetOld(at: Date): Promise<void> {
    const clinics = await this.transactions.runGlobal((transaction) => this.keys.listClinics(transaction));
    for (const clinicId of clinics) {
      await this.transactions.run(clinicId, (transaction) =>
        this.keys.deleteBefore(transaction, new Date(at.getTime() - DAY)),
      );
    }
  }

  /**
   * Does the work once for a key, in the transaction it is given; a retry gets the first answer.
   * @throws Problem 422 where the key came before with another body, 400 for a key that can't be one.
   */
  async once<T extends object>(
    transaction: ClinicTransaction,
    { clinicId, staffId, at, key, content }: CreatingRequest,
    work: () => Promise<T>,
  ): Promise<T> {
    if (key === undefined) return work();
    if (key.length < 1 || key.length > 200) {
      throw new Problem('malformed', 'An Idempotency-Key has 1 to 200 characters.');
    }
    const requestHash = createHash('sha256').update(JSON.stringify(content)).digest();
    const row = { clinicId, staffId, key, requestHash, answer: {}, createdAt: at };
    await this.keys.deleteBefore(transaction, new Date(at.getTime() - DAY));
    if (await this.keys.claim(transaction, row)) {
      const answer = await work();
      await this.keys.keepAnswer(transaction, row, answer);
      return answer;
    }
    const before = await this.keys.find(transaction, staffId, key);
    if (before?.requestHash.equals(requestHash)) return before.answer as T;
    throw new Problem(
      'key-reused',
      'This Idempotency-Key came before with another body. Nothing was saved; send a new key.',
    );
  }
}
