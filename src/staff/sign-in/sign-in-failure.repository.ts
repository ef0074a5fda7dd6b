import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/tenant-transaction.js';
import { SignInFailure } from './sign-in.entity.js';

/** Wrong passwords in a row, for known and unknown names alike. */
@Injectable()
export class SignInFailureRepository {
  /** The count for a name, locked so that guesses sent at once are counted one after the other. */
  async lock(transaction: Transaction, nameHash: Buffer, at: Date): Promise<SignInFailure> {
    await transaction.query(
      `INSERT INTO sign_in_failure (name_hash, failures, blocked_until) VALUES ($1, 0, $2)
       ON CONFLICT (name_hash) DO NOTHING`,
      [nameHash, at],
    );
    return transaction.findOneOrFail(SignInFailure, {
      where: { nameHash },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(transaction: Transaction, failure: SignInFailure): Promise<void> {
    const { nameHash, failures, blockedUntil } = failure;
    await transaction.update(SignInFailure, { nameHash }, { failures, blockedUntil });
  }

  async delete(transaction: Transaction, nameHash: Buffer): Promise<void> {
    await transaction.delete(SignInFailure, { nameHash });
  }

  async deleteBefore(transaction: Transaction, instant: Date): Promise<void> {
    await transaction.query(`DELETE FROM sign_in_failure WHERE blocked_until < $1`, [instant]);
  }
}
