import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/tenant-transaction.js';
import { Session } from './session.entity.js';

/** Who is signed in. The table is global: a request shows a token before its clinic is known. */
@Injectable()
export class SessionRepository {
  async insert(transaction: Transaction, session: Session): Promise<void> {
    await transaction.insert(Session, session);
  }

  async find(transaction: Transaction, tokenHash: Buffer): Promise<Session | null> {
    return transaction.findOneBy(Session, { tokenHash });
  }

  async touch(transaction: Transaction, tokenHash: Buffer, at: Date): Promise<void> {
    await transaction.update(Session, { tokenHash }, { lastSeenAt: at });
  }

  async delete(transaction: Transaction, tokenHash: Buffer): Promise<void> {
    await transaction.delete(Session, { tokenHash });
  }

  async deleteOf(transaction: Transaction, clinicId: string, staffId: string): Promise<void> {
    await transaction.delete(Session, { clinicId, staffId });
  }

  async deleteEnded(transaction: Transaction, idleSince: Date, createdBefore: Date): Promise<void> {
    await transaction.query(`DELETE FROM session WHERE last_seen_at < $1 OR created_at < $2`, [
      idleSince,
      createdBefore,
    ]);
  }
}
