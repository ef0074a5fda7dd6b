import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.repository.js';
import { TransactionService } from '../database/transaction.service.js';
import type { TableFormat } from '../drawing/download.js';
import { workbookChunks } from '../drawing/workbook-chunks.js';
import { csvBeginning, type CsvQuery } from '../http/csv.dto.js';
import { csvLines, type TableCell } from '../http/csv-lines.js';
import { pageOf, type Page } from '../http/page.js';
import type { Actor } from '../staff/sessions/actor.js';
import { AUDIT_COLUMNS, auditCells, toAuditEventResponse, toEventFilter } from './audit-trail.dto.js';
import type { AuditEventQuery, AuditEventResponse, AuditFileQuery } from './audit-trail.dto.js';
import { positionIn } from './position.js';
import { AuditTrailRepository, type EventFilter, type NamedEvent } from './audit-trail.repository.js';

/** Events that a file is read in at once. */
const CHUNK = 1000;

/** Who did what in a clinic, as its directors read it. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly trail: AuditTrailRepository,
  ) {}

  /** Latest first. */
  async list({ clinicId }: Actor, query: AuditEventQuery): Promise<Page<AuditEventResponse>> {
    const rows = await this.read(clinicId, toEventFilter(query), positionIn(query.after), query.limit + 1);
    return pageOf(rows, query.limit, ({ position }) => [String(position)], toAuditEventResponse);
  }

  /** All of them, latest first. That they were taken out is an event too, committed before the first byte. */
  async file(actor: Actor, query: AuditFileQuery, format: TableFormat): Promise<Readable> {
    const { clinicId } = actor;
    await this.transactions.run(clinicId, (transaction) =>
      recordEvent(transaction, actor, 'export.begun', { detail: 'audit events' }),
    );
    const rows = this.rows(clinicId, query);
    const chunks = format === 'csv' ? csvChunks(rows, query) : workbookChunks('Who did what', rows);
    return Readable.from(chunks, { objectMode: false });
  }

  /** The names of the columns, then the events, in batches. */
  private async *rows(clinicId: string, query: AuditFileQuery): AsyncGenerator<TableCell[][]> {
    yield [AUDIT_COLUMNS];
    let before: number | null = null;
    do {
      const rows: NamedEvent[] = await this.read(clinicId, toEventFilter(query), before, CHUNK);
      yield rows.map(toAuditEventResponse).map(auditCells);
      before = rows.length === CHUNK ? (rows.at(-1)?.position ?? null) : null;
    } while (before !== null);
  }

  private read(clinicId: string, filter: EventFilter, before: number | null, limit: number): Promise<NamedEvent[]> {
    return this.transactions.run(clinicId, (transaction) =>
      transaction.pipeline.finish(() => this.trail.list(transaction, filter, before, limit)),
    );
  }
}

async function* csvChunks(batches: AsyncIterable<TableCell[][]>, how: CsvQuery): AsyncGenerator<string> {
  const beginning = csvBeginning(how);
  if (beginning !== '') yield beginning;
  for await (const rows of batches) yield csvLines(rows);
}
