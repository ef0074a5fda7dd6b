import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import { isSignedOut } from '../../staff/people/signed-out.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ImportCheckService } from './import-check.service.js';
import type { ImportReport } from './import-report.dto.js';
import { emptyReport } from './import-report.js';
import { importHash, type ImportHow, type ImportSettings, type OpenSheet } from './import-settings.js';
import { ImportLogService } from './import-log.service.js';
import { ImportWriterService } from './import-writer.service.js';
import { JudgingThreadsService, type JudgingThread } from './thread/judging-threads.service.js';
import { openNamelessFile } from './spooled-file.js';
import { TableReaderService } from './table-reader.service.js';
import { Turns } from './turns.js';

const AT_ONCE = 3;
/** After so many new courses what PostgreSQL knows of its tables no longer fits them. */
const MANY_COURSES = 1000;

/** Takes a clinic's spreadsheet into its records: checks all of it, and then all, some or nothing is saved. */
@Injectable()
export class ImportService {
  private readonly turns = new Turns();
  /** Imports hold a connection each while they run; more than these wait without one. */
  private readonly share = new Semaphore(AT_ONCE);

  constructor(
    private readonly transactions: TransactionService,
    private readonly log: ImportLogService,
    private readonly checks: ImportCheckService,
    private readonly writer: ImportWriterService,
    private readonly tables: TableReaderService,
    private readonly threads: JudgingThreadsService,
  ) {}

  /**
   * Imports a spreadsheet, or only checks it.
   * @returns What was found and done. With faults nothing is saved, unless the failed rows are to be skipped.
   * @throws Problem 400 where the file can't be read, 413 where it is too large, 409 where somebody recorded the same meanwhile.
   */
  async run(actor: Actor, source: Readable, settings: ImportSettings, how: ImportHow = {}): Promise<ImportReport> {
    const reading = { layOut: true, signal: how.signal };
    const { facts, rows, sha256 } = await this.tables.open(actor, source, settings, reading);
    const good = settings.commit ? await openNamelessFile() : null;
    try {
      const { dateFormat, columns, accepted = [] } = settings;
      const { size: bytes } = await rows.stat();
      const said = { fileName: settings.fileName, dateFormat, columns, accepted: new Set(accepted) };
      const sheet = { handle: rows, good, bytes, facts, ...said };
      const fileHash = importHash(sha256, settings, facts);
      const work = () =>
        this.share.runExclusive(() =>
          this.threads.use(AT_ONCE, (thread) =>
            this.inTransaction(actor, thread, sheet, { ...settings, fileHash }, how),
          ),
        );
      return settings.commit ? await this.turns.take(actor.clinicId, work) : await work();
    } finally {
      await Promise.all([rows.close(), good?.close()]);
    }
  }

  /** One transaction, which leaves no trace where nothing is to be saved. */
  private async inTransaction(
    actor: Actor,
    thread: JudgingThread,
    sheet: OpenSheet,
    settings: ImportSettings & { fileHash: Buffer },
    how: ImportHow,
  ): Promise<ImportReport> {
    try {
      const saved = await this.transactions.run(actor.clinicId, async (transaction) => {
        await how.prepare?.(transaction);
        const report = await this.importOnce(transaction, actor, thread, sheet, settings, how);
        if (!report.committed) throw new NothingSaved(report);
        return report;
      });
      if (!saved.alreadyImported && saved.coursesNew >= MANY_COURSES) await this.analyze(actor);
      return saved;
    } catch (error) {
      if (error instanceof NothingSaved) return error.report;
      throw error;
    }
  }

  /** What is saved is saved, whatever becomes of this. */
  private async analyze({ clinicId }: Actor): Promise<void> {
    await this.transactions.run(clinicId, (transaction) => this.writer.analyze(transaction)).catch(() => undefined);
  }

  private async importOnce(
    transaction: ClinicTransaction,
    actor: Actor,
    thread: JudgingThread,
    sheet: OpenSheet,
    settings: ImportSettings & { fileHash: Buffer },
    how: ImportHow,
  ): Promise<ImportReport> {
    const { commit, skipFailed, fileHash } = settings;
    const before = await this.log.before(transaction, fileHash, { commit });
    const about = { fileName: settings.fileName, dateFormat: settings.dateFormat, fileHash: fileHash.toString('hex') };
    const empty = { ...emptyReport(about, sheet.facts), alreadyImported: before !== null };
    // One that was committed by an earlier version lacks what was added since.
    if (before && commit) return { ...empty, ...(before.report as ImportReport), alreadyImported: true };
    const checked = await this.checks.check(transaction, actor, thread, sheet, empty, how);
    const { report, undecided } = checked;
    const good = report.rows - report.rowsFailed;
    const refused = report.faultCount > 0 && (!skipFailed || undecided);
    if (!commit || refused || good === 0) return report;
    await this.writer.write(transaction, actor, thread, sheet, checked, settings, how);
    // A large file takes a while: who was deactivated meanwhile saves nothing any more.
    if (await isSignedOut(transaction, actor)) throw new Problem('not-signed-in', SIGNED_OUT);
    const committed = { ...report, committed: true };
    await this.log.note(transaction, actor, sheet.facts, settings, committed);
    return committed;
  }
}

const SIGNED_OUT = 'You were signed out while the file was being read. Nothing was saved.';

/** Rolls a transaction back and brings its report out of it. */
class NothingSaved extends Error {
  constructor(readonly report: ImportReport) {
    super('Nothing was saved.');
  }
}
