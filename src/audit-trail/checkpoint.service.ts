import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditChainRepository } from '../audit/audit-chain.repository.js';
import {
  CHECKPOINTS_FILE,
  checkpointsIn,
  isCheckpointOf,
  signedCheckpoint,
  type Checkpoint,
} from '../audit/checkpoint.js';
import { Clock } from '../clock.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { Environment } from '../environment.js';
import { SigningKeyService } from '../signing/signing-key.service.js';
import { lockClinic } from '../staff/clinic/clinic-lock.repository.js';
import { StaffRepository } from '../staff/people/staff.repository.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How many checkpoints of a clinic there are, and what is wrong with one; null where nothing is. */
export interface CheckedCheckpoints {
  checkpoints: number;
  fault: string | null;
}

/**
 * Signs the end of each chain every hour, in a file beside the database: a chain that was written anew from its first event
 * holds by itself, and only the file shows it.
 */
@Injectable()
export class CheckpointService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private readonly file: string;
  private readonly signed = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly keys: SigningKeyService,
    private readonly chains: AuditChainRepository,
    private readonly clock: Clock,
    { dataDir }: Environment,
  ) {
    this.file = join(dataDir, CHECKPOINTS_FILE);
  }

  /** The first comes a minute later: a command that is over by then leaves none. */
  onApplicationBootstrap(): void {
    this.next(MINUTE);
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.writing;
  }

  /** Adds a line for each clinic in which something was done since the last one. A key that can't be used stops no other clinic's. */
  async write(): Promise<void> {
    const clinics = await this.transactions.runGlobal((transaction) => this.staff.listClinics(transaction));
    for (const { id } of clinics) {
      await this.writeOf(id).catch((error: unknown) => this.warn(error));
    }
  }

  /** Does the chain of a clinic go through every checkpoint that the clinic signed? */
  async check(clinicId: string): Promise<CheckedCheckpoints> {
    const own = (await this.read()).filter((checkpoint) => checkpoint.clinicId === clinicId);
    return this.transactions.run(clinicId, async (transaction) => {
      for (const checkpoint of own) {
        const { length, hash, at, kid } = checkpoint;
        const key = await this.keys.find(transaction, kid);
        if (!key || !isCheckpointOf(checkpoint, key.publicKey)) {
          return { checkpoints: own.length, fault: `the checkpoint of ${at} is not signed with a key of the clinic` };
        }
        const [event] = await this.chains.after(transaction, length - 1, 1);
        if (event?.position !== length || event.hash.toString('hex') !== hash) {
          return { checkpoints: own.length, fault: `event ${length} is not the one of the checkpoint of ${at}` };
        }
      }
      return { checkpoints: own.length, fault: null };
    });
  }

  private next(wait: number): void {
    this.timer = setTimeout(() => {
      this.writing = this.write().catch((error: unknown) => this.warn(error));
      this.next(HOUR);
    }, wait).unref();
  }

  private async writeOf(clinicId: string): Promise<void> {
    const checkpoint = await this.transactions.run(clinicId, (transaction) => this.sign(transaction));
    if (checkpoint === null) return;
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600, flush: true });
    this.signed.set(clinicId, checkpoint.length);
  }

  private warn(error: unknown): void {
    this.logger.warn(`No checkpoint was written: ${error instanceof Error ? error.message : 'unknown'}`);
  }

  private async sign(transaction: ClinicTransaction): Promise<Checkpoint | null> {
    const { clinicId } = transaction;
    await lockClinic(transaction);
    const end = await this.chains.end(transaction);
    if (!end || end.length === this.signed.get(clinicId)) return null;
    const at = this.clock.now();
    const key = await this.keys.current(transaction, at);
    const { length, hash } = end;
    return signedCheckpoint({ clinicId, length, hash: hash.toString('hex'), at: at.toISOString() }, key);
  }

  private async read(): Promise<Checkpoint[]> {
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return checkpointsIn(text);
  }
}
