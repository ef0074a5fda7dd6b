import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { sealOfEntries } from '../../audit/sealed-records.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import type { PageQuery } from '../../http/page.dto.js';
import { instantAndIdOf, pageOf, type Page } from '../../http/page.js';
import { lockClinic } from '../../staff/clinic/clinic-lock.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { TableFacts } from '../reading/table-facts.js';
import { ColumnMappingService } from '../remembering/column-mapping.service.js';
import { toCommittedImportResponse, type CommittedImportResponse } from './import.dto.js';
import type { ImportReport } from './import-report.dto.js';
import { withoutValues } from './import-report.js';
import type { ImportSettings } from './import-settings.js';
import { ImportRepository, type CommittedImport } from './import.repository.js';
import type { SpreadsheetImport } from './spreadsheet-import.entity.js';
import { counted } from '../../domain/numbers/words.js';

/** What was imported before, and the note of what is imported now. */
@Injectable()
export class ImportLogService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly imports: ImportRepository,
    private readonly mappings: ColumnMappingService,
  ) {}

  /** What was committed, by whom and when, latest first. */
  async list({ clinicId }: Actor, query: PageQuery): Promise<Page<CommittedImportResponse>> {
    const after = instantAndIdOf(query.after);
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.imports.list(transaction, after, query.limit + 1),
    );
    const placeOf = (row: CommittedImport) => [row.committedAt.toISOString(), row.id];
    return pageOf(rows, query.limit, placeOf, toCommittedImportResponse);
  }

  /** The same file as it was imported before; a commit waits until others of the clinic are through. */
  async before(
    transaction: ClinicTransaction,
    fileHash: Buffer,
    { commit }: { commit: boolean },
  ): Promise<SpreadsheetImport | null> {
    if (commit) await lockClinic(transaction);
    return this.imports.findByHash(transaction, fileHash);
  }

  /** Notes that the file was imported, and what was said of its columns. */
  async note(
    transaction: ClinicTransaction,
    actor: Actor,
    facts: TableFacts,
    { fileName, fileHash, columns }: ImportSettings & { fileHash: Buffer },
    report: ImportReport,
  ): Promise<void> {
    const { clinicId, at: committedAt, staffId: committedBy, requestId } = actor;
    if (columns) await this.mappings.remember(transaction, actor, facts, fileName);
    const what = { fileName, fileHash, report: withoutValues(report) };
    const id = newId();
    await this.imports.insert(transaction, { clinicId, id, ...what, committedAt, committedBy, requestId });
    const [detail, recordHash] = [counted(report.rows, 'row'), await sealOfEntries(transaction, requestId)];
    await recordEvent(transaction, actor, 'import.saved', { subjectId: id, detail, recordHash });
  }
}
