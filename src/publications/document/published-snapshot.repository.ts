import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { PublishedSnapshot } from './published-snapshot.entity.js';

/** Writes what anybody may read. A document is put in once and never changed; only its state is. */
@Injectable()
export class PublishedSnapshotRepository {
  async publish({ manager }: ClinicTransaction, snapshot: PublishedSnapshot): Promise<void> {
    await manager.insert(PublishedSnapshot, snapshot);
  }

  async supersede({ manager }: ClinicTransaction, id: string, endedAt: Date): Promise<void> {
    await manager.update(PublishedSnapshot, { id }, { state: 'superseded', endedAt });
  }

  async withdraw(
    { manager }: ClinicTransaction,
    id: string,
    { endedAt, withdrawnReason }: { endedAt: Date; withdrawnReason: string },
  ): Promise<void> {
    const state = 'withdrawn';
    await manager.update(PublishedSnapshot, { id }, { state, endedAt, withdrawnReason });
  }

  async find({ manager }: ClinicTransaction, id: string): Promise<PublishedSnapshot | null> {
    return manager.findOneBy(PublishedSnapshot, { id });
  }

  /** The data hashes that documents state. @returns By id of the publication. */
  async dataHashes({ manager }: ClinicTransaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; hash: string }[]>(
      `SELECT id, document::jsonb #>> '{provenance,dataHash}' AS hash
       FROM published_document WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  /** Everything that a clinic ever published, latest first. */
  async list({ manager }: GlobalTransaction, clinicId: string): Promise<PublishedSnapshot[]> {
    return manager.find(PublishedSnapshot, {
      where: { clinicId },
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
  }
}
