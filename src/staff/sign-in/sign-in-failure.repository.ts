import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { SignInFailure } from './sign-in.entity.js';

/** Wrong passwords in a row, for known and unknown names alike. */
@Injectable()
export class SignInFailureRepository {
  /** The count for a name, locked so that guesses sent at once are counted one after the other. */
  async lock({ manager }: GlobalTransaction, nameHash: Buffer, at: Date): Promise<SignInFailure> {
    await manager.query(
      `INSERT INTO sign_in_failure (name_hash, failures, blocked_until) VALUES ($1, 0, $2)
       ON CONFLICT (name_hash) DO NOTHING`,
      [nameHash, at],
    );
    return manager.findOneOrFail(SignInFailure, {
      where: { nameHash },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update({ manager }: GlobalTransaction, failure: SignInFailure): Promise<void> {
    const { nameHash, failures, blockedUntil } = failure;
    await manager.update(SignInFailure, { nameHash }, { failures, blockedUntil });
  }

  async delete({ manager }: ClinicTransaction, nameHash: Buffer): Promise<void> {
    await manager.delete(SignInFailure, { nameHash });
  }

  async deleteBefore({ manager }: ClinicTransaction, instant: Date): Promise<void> {
    await manager.query(`DELETE FROM sign_in_failure WHERE blocked_until < $1`, [instant]);
  }
}
