import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.repository.js';
import { AuditChainRepository } from '../audit/audit-chain.repository.js';
import { checkRecordsWritten, type CheckedRecords } from '../audit/record-check.js';
import { sealOfMany } from '../audit/record-seal.js';
import { hasUnsealed, sealedRecords } from '../audit/sealed-records.repository.js';
import { Clock } from '../clock.js';
import { TransactionService } from '../database/transaction.service.js';
import { counted } from '../domain/numbers/words.js';
import { newId } from '../http/ids.js';
import { lockClinic } from '../staff/clinic/clinic-lock.repository.js';
import { StaffRepository } from '../staff/people/staff.repository.js';
import { COMMAND_LINE } from '../staff/sessions/actor.js';
import { seeOneMoment } from '../database/isolation.js';

/** A while after the start, so that a command leaves no event. */
const WAIT = 2 * 60_000;

/** Whether entries and closed groups, which are only ever added, are as they were when they were written. */
@Injectable()
export class RecordCheckService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly chains: AuditChainRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => {
      this.sealing = this.sealOlder().catch((error: unknown) => this.warn(error));
    }, WAIT).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.sealing;
  }

  /** Records and events of one moment: who writes adds both in one transaction. */
  async check(clinicId: string): Promise<CheckedRecords> {
    return this.transactions.run(clinicId, async (transaction) => {
      await seeOneMoment(transaction);
      const events = await this.chains.sealing(transaction);
      return checkRecordsWritten(await sealedRecords(transaction), events);
    });
  }

  /** Adds an event to the chain of each clinic that keeps the hash of what was written before events had hashes, once. */
  async sealOlder(): Promise<void> {
    const clinics = await this.transactions.runGlobal((transaction) => this.staff.listClinics(transaction));
    for (const { id } of clinics) {
      await this.sealOlderOf(id).catch((error: unknown) => this.warn(error));
    }
  }

  private async sealOlderOf(clinicId: string): Promise<void> {
    if (!(await this.transactions.run(clinicId, hasUnsealed))) return;
    // Of one moment, or what is recorded meanwhile would count as from before. Nobody waits for it.
    const { others } = await this.check(clinicId);
    if (others.length === 0) return;
    const recordHash = await sealOfMany(others.map(({ seal }) => seal));
    const detail = counted(others.length, 'entry or group', 'entries and groups');
    const by = { staffId: COMMAND_LINE, at: this.clock.now(), address: null, requestId: `seal-${newId()}` };
    await this.transactions.run(clinicId, async (transaction) => {
      // Two processes must not seal the same.
      await lockClinic(transaction);
      if (await hasUnsealed(transaction)) await recordEvent(transaction, by, 'records.sealed', { detail, recordHash });
    });
  }

  private warn(error: unknown): void {
    this.logger.warn(`What was recorded before was not sealed: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
