import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditChainRepository } from '../audit/audit-chain.repository.js';
import { checkpointsIn, isCheckpointOf, signedCheckpoint, type Checkpoint } from '../audit/checkpoint.js';
import { Clock } from '../clock.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { Environment } from '../environment.js';
import { SigningKeyService } from '../signing/signing-key.service.js';
import { lockClinic } from '../staff/clinic/clinic-lock.repository.js';
import { StaffRepository } from '../staff/people/staff.repository.js';
import { CheckpointFile, gapIn } from './checkpoint-file.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How many checkpoints of a clinic there are, the last of them, and what is wrong with one; null where nothing is. */
export interface CheckedCheckpoints {
  checkpoints: number;
  last: Checkpoint | null;
  fault: string | null;
}

/** A file of checkpoints that was kept elsewhere. */
export interface CheckpointCopy {
  path: string;
  text: string;
}

/**
 * Signs the end of each chain every hour, in a file beside the database: a chain that was written anew from its first event
 * holds by itself, and only the file shows it.
 */
@Injectable()
export class CheckpointService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private readonly file: CheckpointFile;
  private readonly signed = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly keys: SigningKeyService,
    private readonly chains: AuditChainRepository,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {
    this.file = new CheckpointFile(environment.dataDir);
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

  /** What in the file is no checkpoint, in words. */
  async unreadable(): Promise<string[]> {
    return (await this.file.unreadable()).map((line) => `line ${line} of ${this.file.path} is no checkpoint`);
  }

  /**
   * Does the chain of a clinic go through every checkpoint that the clinic signed?
   * @param copy Kept elsewhere: what it has must be in the file, too.
   */
  async check(clinicId: string, copy?: CheckpointCopy): Promise<CheckedCheckpoints> {
    const own = await this.file.of(clinicId);
    const gone = checkpointsIn(copy?.text ?? '').filter(
      (kept) => kept.clinicId === clinicId && own.every(({ signature }) => signature !== kept.signature),
    );
    const found = { checkpoints: own.length, last: own.at(-1) ?? null };
    return this.transactions.run(clinicId, async (transaction) => {
      for (const checkpoint of [...gone, ...own]) {
        const fault = await this.faultOf(transaction, checkpoint);
        if (fault !== null) return { ...found, fault };
      }
      const [missing] = gone;
      if (missing)
        return { ...found, fault: `${this.file.path} lacks the checkpoint of ${missing.at}, which ${copy?.path} has` };
      return { ...found, fault: gapIn(own) };
    });
  }

  /**
   * The clinics of which no checkpoint is kept though something was done a day ago, in words. On a server of `DATABASE_URL` another machine may have the
   * file.
   */
  async absent(): Promise<string[]> {
    if (this.environment.databaseUrl !== null) return [];
    const clinics = await this.transactions.runGlobal((transaction) => this.staff.listClinics(transaction));
    const aDayAgo = this.clock.now().getTime() - 24 * HOUR;
    const faults = await Promise.all(
      clinics.map(async ({ id, name }) => {
        const [first] = await this.transactions.run(id, (transaction) => this.chains.after(transaction, 0, 1));
        if (!first || first.at.getTime() > aDayAgo || (await this.file.of(id)).length > 0) return [];
        return [`${name}: ${this.file.path} has no signed checkpoint of it; the service signs one each hour`];
      }),
    );
    return faults.flat();
  }

  private async faultOf(transaction: ClinicTransaction, checkpoint: Checkpoint): Promise<string | null> {
    const { length, hash, at, kid } = checkpoint;
    const key = await this.keys.find(transaction, kid);
    if (!key || !isCheckpointOf(checkpoint, key.publicKey)) {
      return `the checkpoint of ${at} is not signed with a key of the clinic`;
    }
    const [event] = await this.chains.after(transaction, length - 1, 1);
    const isThere = event?.position === length && event.hash.toString('hex') === hash;
    return isThere ? null : `event ${length} is not the one of the checkpoint of ${at}`;
  }

  private next(wait: number): void {
    this.timer = setTimeout(() => {
      this.writing = this.write().catch((error: unknown) => this.warn(error));
      this.next(HOUR);
    }, wait).unref();
  }

  /** The line is written before the lock is given back: it names the one before it. */
  private async writeOf(clinicId: string): Promise<void> {
    await this.transactions.run(clinicId, async (transaction) => {
      const checkpoint = await this.sign(transaction);
      if (checkpoint === null) return;
      await this.file.add(checkpoint);
      this.signed.set(clinicId, checkpoint.length);
    });
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
    const before = (await this.file.latestOf(clinicId))?.signature ?? null;
    const { length, hash } = end;
    return signedCheckpoint({ clinicId, length, hash: hash.toString('hex'), at: at.toISOString(), before }, key);
  }
}
