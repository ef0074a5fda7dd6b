import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { ClinicTransaction, GlobalTransaction, Transaction } from '../../database/transaction.js';
import { Session } from './session.entity.js';

/** Who is signed in. The table is global: a request shows a token before its clinic is known. */
@Injectable()
export class SessionRepository {
  async insert({ manager }: ClinicTransaction, session: Session): Promise<void> {
    await manager.insert(Session, session);
  }

  async find({ manager }: GlobalTransaction, tokenHash: Buffer): Promise<Session | null> {
    return manager.findOneBy(Session, { tokenHash });
  }

  async touch({ manager }: GlobalTransaction, tokenHash: Buffer, at: Date): Promise<void> {
    await manager.update(Session, { tokenHash }, { lastSeenAt: at });
  }

  async delete({ manager }: GlobalTransaction, tokenHash: Buffer): Promise<void> {
    await manager.delete(Session, { tokenHash });
  }

  async deleteOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<void> {
    await manager.delete(Session, { clinicId, staffId });
  }

  /** All sessions of a person but one. */
  async deleteOthers(
    { manager }: Transaction,
    { clinicId, id: staffId }: { clinicId: string; id: string },
    keptId: string,
  ): Promise<void> {
    await manager.delete(Session, { clinicId, staffId, id: Not(keptId) });
  }

  /** One session of a person; whether there was one. */
  async deleteOne(
    { manager }: GlobalTransaction,
    session: Pick<Session, 'clinicId' | 'staffId' | 'id'>,
  ): Promise<boolean> {
    const { affected } = await manager.delete(Session, session);
    return affected === 1;
  }

  /** The sessions of a person, last used first, those that have ended and are not cleared away yet among them. */
  async listOf({ manager }: GlobalTransaction, clinicId: string, staffId: string): Promise<Session[]> {
    return manager.find(Session, {
      where: { clinicId, staffId },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  async deleteEnded({ manager }: ClinicTransaction, idleSince: Date, createdBefore: Date): Promise<void> {
    await manager.query(`DELETE FROM session WHERE last_seen_at < $1 OR created_at < $2`, [idleSince, createdBefore]);
  }
}
