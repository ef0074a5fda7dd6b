import type { FileHandle } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Problem } from '../../http/problem.js';
import type { TableFacts, TableJob } from '../reading/table-facts.js';
import type { TableAnswer } from '../reading/read-table.worker.js';
import { tableSettings, type ImportSettings, type ReadingHow } from './import-settings.js';
import { openNamelessFile, spool } from './spooled-file.js';

/** A spreadsheet that was read. */
export interface OpenTable {
  facts: TableFacts;
  rows: FileHandle;
  sha256: Buffer;
}

const RETRY_SECONDS = 5;
/** A spreadsheet may have so many rows. */
export const MOST_ROWS = 250_000;
/** What one reading may hold in memory, whatever the file: a file that wants more ends its thread, not the service. */
const MEGABYTES = 256;

/** Reads spreadsheets on threads of their own, so that no file holds the event loop or takes the service's memory. */
@Injectable()
export class TableReaderService implements OnModuleDestroy {
  private pool: Piscina<TableJob, TableAnswer> | null = null;

  /**
   * Reads a spreadsheet into rows of text.
   * @returns What the file is as a whole, and its rows, a JSON text a line; the caller closes them.
   * @throws Problem 400 where it can't be read, 413 where it is too large, 429 where many others wait.
   */
  async open(
    source: Readable,
    settings: ImportSettings,
    { signal, ...reading }: ReadingHow & { signal?: AbortSignal },
  ): Promise<OpenTable> {
    const upload = await spool(source);
    try {
      const rows = await openNamelessFile();
      try {
        const how = { ...tableSettings(settings, reading), mostRows: MOST_ROWS };
        const answer = await this.run({ ...how, from: upload.handle.fd, to: rows.fd }, signal);
        if ('facts' in answer) return { facts: answer.facts, rows, sha256: upload.sha256 };
        throw new Problem(answer.kind, answer.unreadable);
      } catch (error) {
        await rows.close();
        throw error;
      }
    } finally {
      await upload.handle.close();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run(job: TableJob, signal?: AbortSignal): Promise<TableAnswer> {
    this.pool ??= new Piscina<TableJob, TableAnswer>({
      filename: new URL('../reading/read-table.worker.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
      maxQueue: 32,
      idleTimeout: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    try {
      return await this.pool.run(job, signal ? { signal } : {});
    } catch (error) {
      throw explained(error);
    }
  }
}

function explained(error: unknown): unknown {
  const { code, name, message } = error as { code?: string; name?: string; message?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const detail = `The spreadsheet needs more than ${MEGABYTES} MB of memory to be read. Save the sheet with the scores as CSV, and send that.`;
    return new Problem('too-large', detail);
  }
  if (name === 'AbortError') return new Problem('malformed', 'The upload was broken off. Nothing was saved.');
  if (/queue/i.test(message ?? '')) {
    const detail = `Many spreadsheets are being read at the moment. Try again in ${RETRY_SECONDS} seconds.`;
    return new Problem('too-many', detail, {}, { 'retry-after': String(RETRY_SECONDS) });
  }
  return error;
}
