import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Transaction } from '../../database/tenant-transaction.js';
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

  /** All sessions of a person but one. */
  async deleteOthers(
    transaction: Transaction,
    { clinicId, id: staffId }: { clinicId: string; id: string },
    keptId: string,
  ): Promise<void> {
    await transaction.delete(Session, { clinicId, staffId, id: Not(keptId) });
  }

  /** One session of a person; whether there was one. */
  async deleteOne(transaction: Transaction, session: Pick<Session, 'clinicId' | 'staffId' | 'id'>): Promise<boolean> {
    const { affected } = await transaction.delete(Session, session);
    return affected === 1;
  }

  /** The sessions of a person, last used first, those that have ended and are not cleared away yet among them. */
  async listOf(transaction: Transaction, clinicId: string, staffId: string): Promise<Session[]> {
    return transaction.find(Session, {
      where: { clinicId, staffId },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  async deleteEnded(transaction: Transaction, idleSince: Date, createdBefore: Date): Promise<void> {
    await transaction.query(`DELETE FROM session WHERE last_seen_at < $1 OR created_at < $2`, [
      idleSince,
      createdBefore,
    ]);
  }
}
