import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { ColumnMapping } from './column-mapping.entity.js';

/** A clinic keeps the latest of what it said of columns. */
const MOST = 50;

@Injectable()
export class ColumnMappingRepository {
  /** Latest first. */
  async list({ manager, clinicId }: ClinicTransaction): Promise<ColumnMapping[]> {
    return manager.find(ColumnMapping, {
      where: { clinicId },
      order: { rememberedAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
  }

  /** Keeps a mapping in place of one of the same headers. */
  async remember({ manager }: ClinicTransaction, mapping: ColumnMapping): Promise<void> {
    await manager.upsert(ColumnMapping, mapping, ['clinicId', 'headersHash']);
  }

  /** @returns Whether there was one. */
  async forget({ manager, clinicId }: ClinicTransaction, id: string): Promise<boolean> {
    const { affected } = await manager.delete(ColumnMapping, { clinicId, id });
    return affected === 1;
  }
}
