import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import type { Page } from '../../http/page.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import type { PageQuery } from '../../http/page.dto.js';
import { instantAndIdOf, pageOf } from '../../http/page.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ColumnMappingService } from '../remembering/column-mapping.service.js';
import { ImportCheckService } from './import-check.service.js';
import { toCommittedImportResponse, type CommittedImportResponse } from './import.dto.js';
import type { ImportReport } from './import-report.dto.js';
import { emptyReport, withoutValues } from './import-report.js';
import { importHash, type ImportHow, type ImportSettings, type OpenSheet } from './import-settings.js';
import { ImportWriterService } from './import-writer.service.js';
import { ImportRepository, type CommittedImport } from './import.repository.js';
import { openNamelessFile } from './spooled-file.js';
import { TableReaderService } from './table-reader.service.js';
import { Turns } from './turns.js';

const AT_ONCE = 3;

/** Takes a clinic's spreadsheet into its records: checks all of it, and then all, some or nothing is saved. */
@Injectable()
export class ImportService {
  private readonly turns = new Turns();
  /** Imports hold a connection each while they run; more than these wait without one. */
  private readonly share = new Semaphore(AT_ONCE);

  constructor(
    private readonly transactions: TransactionService,
    private readonly imports: ImportRepository,
    private readonly checks: ImportCheckService,
    private readonly writer: ImportWriterService,
    private readonly tables: TableReaderService,
    private readonly mappings: ColumnMappingService,
  ) {}

  /**
   * Imports a spreadsheet, or only checks it.
   * @returns What was found and done. With faults nothing is saved, unless the failed rows are to be skipped.
   * @throws Problem 400 where the file can't be read, 413 where it is too large, 409 where somebody recorded the same meanwhile.
   */
  async run(actor: Actor, source: Readable, settings: ImportSettings, how: ImportHow = {}): Promise<ImportReport> {
    const remembered = settings.columns ? [] : await this.mappings.known(actor);
    const reading = { layOut: true, remembered, signal: how.signal };
    const { facts, rows, sha256 } = await this.tables.open(source, settings, reading);
    const good = settings.commit ? await openNamelessFile() : null;
    try {
      const { dateFormat, columns, accepted = [] } = settings;
      const { size: bytes } = await rows.stat();
      const sheet = { handle: rows, good, bytes, facts, dateFormat, columns, accepted: new Set(accepted) };
      const fileHash = importHash(sha256, settings, facts);
      const work = () =>
        this.share.runExclusive(() => this.inTransaction(actor, sheet, { ...settings, fileHash }, how));
      return settings.commit ? await this.turns.take(actor.clinicId, work) : await work();
    } finally {
      await Promise.all([rows.close(), good?.close()]);
    }
  }

  /** What was committed, by whom and when, latest first. */
  async list({ clinicId }: Actor, query: PageQuery): Promise<Page<CommittedImportResponse>> {
    const after = instantAndIdOf(query.after);
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.imports.list(transaction, after, query.limit + 1),
    );
    const placeOf = (row: CommittedImport) => [row.committedAt.toISOString(), row.id];
    return pageOf(rows, query.limit, placeOf, toCommittedImportResponse);
  }

  /** One transaction, which leaves no trace where nothing is to be saved. */
  private async inTransaction(
    actor: Actor,
    sheet: OpenSheet,
    settings: ImportSettings & { fileHash: Buffer },
    how: ImportHow,
  ): Promise<ImportReport> {
    try {
      return await this.transactions.run(actor.clinicId, async (transaction) => {
        await how.prepare?.(transaction);
        const report = await this.importOnce(transaction, actor, sheet, settings, how);
        if (!report.committed) throw new NothingSaved(report);
        return report;
      });
    } catch (error) {
      if (error instanceof NothingSaved) return error.report;
      throw error;
    }
  }

  private async importOnce(
    transaction: ClinicTransaction,
    actor: Actor,
    sheet: OpenSheet,
    settings: ImportSettings & { fileHash: Buffer },
    how: ImportHow,
  ): Promise<ImportReport> {
    const { clinicId } = actor;
    const { commit, skipFailed, fileHash } = settings;
    if (commit) await this.imports.lockClinic(transaction);
    const before = await this.imports.findByHash(transaction, fileHash);
    const about = { fileName: settings.fileName, dateFormat: settings.dateFormat, fileHash: fileHash.toString('hex') };
    const report = { ...emptyReport(about, sheet.facts), alreadyImported: before !== null };
    // One that was committed by an earlier version lacks what was added since.
    if (before && commit) return { ...report, ...(before.report as ImportReport), alreadyImported: true };
    const checked = await this.checks.check(transaction, actor, sheet, report, how);
    const good = report.rows - report.rowsFailed;
    const refused = report.faultCount > 0 && (!skipFailed || checked?.undecided === true);
    if (!commit || sheet.good === null || checked === null || refused || good === 0) return report;
    await this.writer.write(transaction, actor, sheet.good, checked, settings, how);
    const committed = { ...report, committed: true };
    if (settings.columns) await this.mappings.remember(transaction, actor, sheet.facts, settings.fileName);
    await this.imports.insert(transaction, {
      clinicId,
      id: newId(),
      fileName: settings.fileName,
      fileHash,
      report: withoutValues(committed),
      committedAt: actor.at,
      committedBy: actor.staffId,
      requestId: actor.requestId,
    });
    return committed;
  }
}

/** Rolls a transaction back and brings its report out of it. */
class NothingSaved extends Error {
  constructor(readonly report: ImportReport) {
    super('Nothing was saved.');
  }
}
