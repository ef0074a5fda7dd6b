import type { FileHandle } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Problem } from '../../http/problem.js';
import type { TableFacts, TableJob } from '../reading/table-facts.js';
import type { TableAnswer } from '../reading/read-table.worker.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ColumnMappingService } from '../remembering/column-mapping.service.js';
import { tableSettings, type ImportSettings } from './import-settings.js';
import { openNamelessFile, spool } from './spooled-file.js';
import { THREAD_MEGABYTES, threadFault } from './thread-fault.js';

/** A spreadsheet that was read. */
export interface OpenTable {
  facts: TableFacts;
  rows: FileHandle;
  sha256: Buffer;
}

/** A spreadsheet may have so many rows. */
export const MOST_ROWS = 250_000;

/** Reads spreadsheets on threads of their own, so that no file holds the event loop or takes the service's memory. */
@Injectable()
export class TableReaderService implements OnModuleDestroy {
  private pool: Piscina<TableJob, TableAnswer> | null = null;

  constructor(private readonly mappings: ColumnMappingService) {}

  /**
   * Reads a spreadsheet into rows of text, its columns as the clinic has said them, where nothing is stated.
   * @returns What the file is as a whole, and its rows, a JSON text a line; the caller closes them.
   * @throws Problem 400 where it can't be read, 413 where it is too large, 429 where many others wait.
   */
  async open(
    actor: Actor,
    source: Readable,
    settings: ImportSettings,
    { signal, layOut }: { signal?: AbortSignal; layOut: boolean },
  ): Promise<OpenTable> {
    const remembered = settings.columns ? [] : await this.mappings.known(actor);
    const upload = await spool(source);
    try {
      const rows = await openNamelessFile();
      try {
        const how = { ...tableSettings(settings, { layOut, remembered }), mostRows: MOST_ROWS };
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
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    });
    try {
      return await this.pool.run(job, signal ? { signal } : {});
    } catch (error) {
      throw threadFault(error);
    }
  }
}
