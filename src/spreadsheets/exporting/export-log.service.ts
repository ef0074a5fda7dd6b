import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import type { Page } from '../../http/page.js';
import { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import type { PageQuery } from '../../http/page.dto.js';
import { instantAndIdOf, pageOf } from '../../http/page.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { toRecordedExportResponse, type RecordedExportResponse } from './export.dto.js';
import { ExportLogRepository, type RecordedExport } from './export-log.repository.js';
import type { ExportKind } from './spreadsheet-export.entity.js';

/** Who took what out of the clinic's records, and when. */
@Injectable()
export class ExportLogService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly log: ExportLogRepository,
  ) {}

  /** Notes an export that is about to begin: committed before its first byte, so that none goes unseen. */
  async record(actor: Actor, kind: ExportKind): Promise<void> {
    const { clinicId, staffId: exportedBy, at: exportedAt, requestId } = actor;
    await this.transactions.run(clinicId, async (transaction) => {
      const rows = await this.log.countRows(transaction, kind);
      const what = { clinicId, id: newId(), kind, rows };
      await this.log.insert(transaction, { ...what, exportedAt, exportedBy, requestId });
      await recordEvent(transaction, actor, 'export.begun', { subjectId: what.id, detail: `${rows} ${kind}` });
    });
  }

  /** What was exported, by whom and when, latest first. */
  async list({ clinicId }: Actor, query: PageQuery): Promise<Page<RecordedExportResponse>> {
    const after = instantAndIdOf(query.after);
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.log.list(transaction, after, query.limit + 1),
    );
    const placeOf = (row: RecordedExport) => [row.exportedAt.toISOString(), row.id];
    return pageOf(rows, query.limit, placeOf, toRecordedExportResponse);
  }
}
