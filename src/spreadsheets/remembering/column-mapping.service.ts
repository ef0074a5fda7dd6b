import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { newId } from '../../http/ids.js';
import { Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { fieldNamed, headerOf } from '../reading/fields.js';
import { fieldsOf } from '../reading/header-mapping.js';
import type { RememberedColumns, TableFacts } from '../reading/table-facts.js';
import { toColumnMappingResponse, type ColumnMappingResponse } from './column-mapping.dto.js';
import { ColumnMappingRepository } from './column-mapping.repository.js';

/** What a clinic has said its columns mean, so that it says so once. */
@Injectable()
export class ColumnMappingService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly mappings: ColumnMappingRepository,
  ) {}

  async list({ clinicId }: Actor): Promise<{ items: ColumnMappingResponse[] }> {
    const rows = await this.transactions.run(clinicId, (transaction) => this.mappings.list(transaction));
    return { items: rows.map(toColumnMappingResponse) };
  }

  /** As the reader takes them. */
  async known({ clinicId }: Actor): Promise<RememberedColumns[]> {
    const rows = await this.transactions.run(clinicId, (transaction) => this.mappings.list(transaction));
    return rows.map(({ headers, meanings }) => ({ headers, columns: meanings.map(fieldNamed) }));
  }

  /** Keeps what was said of the columns of a file that is saved, where it is not what the service makes of them itself. */
  async remember(
    transaction: ClinicTransaction,
    { clinicId, staffId: rememberedBy, at: rememberedAt }: Actor,
    { columns }: TableFacts,
    fileName: string,
  ): Promise<void> {
    const headers = columns.map(({ header }) => header);
    const understood = fieldsOf(headers);
    if (columns.every(({ field }, at) => field === (understood[at] ?? null))) return;
    const headersHash = createHash('sha256').update(JSON.stringify(headers)).digest();
    const meanings = columns.map(({ field }) => (field === null ? '' : headerOf(field)));
    const said = { headers, headersHash, meanings, fileName };
    await this.mappings.remember(transaction, { clinicId, id: newId(), ...said, rememberedAt, rememberedBy });
  }

  /** @throws Problem 404 */
  async forget(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(actor.clinicId, async (transaction) => {
      const found = await this.mappings.forget(transaction, id);
      if (!found) throw new Problem('not-found', 'Nothing is remembered under this id.');
      await recordEvent(transaction, actor, 'import.columns-forgotten', { subjectId: id });
    });
  }

  /** Forgets what was said of any columns. */
  async forgetAll(actor: Actor): Promise<void> {
    const { items } = await this.list(actor);
    for (const { id } of items) await this.forget(actor, id);
  }
}
