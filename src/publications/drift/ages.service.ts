import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { PublicationFigures } from '../document/publication-figures.service.js';
import type { Publication } from '../publication.entity.js';
import { PublishedSnapshotRepository } from '../document/published-snapshot.repository.js';

/** Which publications the records have moved away from. */
@Injectable()
export class Ages {
  constructor(
    private readonly figures: PublicationFigures,
    private readonly snapshots: PublishedSnapshotRepository,
  ) {}

  /** @returns Of those that are current, by id, whether anything of their courses has changed since. */
  async of(transaction: ClinicTransaction, publications: readonly Publication[]): Promise<Map<string, boolean>> {
    const current = publications.filter(({ state }) => state === 'approved');
    const ids = current.map(({ id }) => id);
    const then = await this.snapshots.dataHashes(transaction, ids);
    const now = await this.figures.dataHashes(transaction, current);
    return new Map(ids.map((id) => [id, then.get(id) !== now.get(id)]));
  }
}
