import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service.js';
import type { AuditAction } from '../domain/audit/actions.js';
import { recordEvent, type AuditedActor, type AuditSubject } from './audit-event.repository.js';
import { counted } from '../domain/numbers/words.js';

const EVERY = 250;
/** Not four times a second, for as long as the database does not answer. */
const WARNED_EVERY = 60_000;
/** Events of a time in which the database did not answer; of more the oldest are lost, and the log says how many. */
const MOST = 100_000;

/** Who does something, in which clinic, and whether that clinic wants events written before the answer. */
export type ClinicActor = AuditedActor & { clinicId: string; strictAudit?: boolean };

interface Waiting {
  actor: ClinicActor;
  action: AuditAction;
  subject: AuditSubject;
}

/**
 * Collects what changes nothing, so that nobody waits for it: reads and refusals. It is in the database a quarter of a second
 * later, many under one lock of the chain, and when the service stops. For a clinic that is strict it is before the answer.
 */
@Injectable()
export class AuditBufferService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;
  private waiting: Waiting[] = [];
  private writing: Promise<void> = Promise.resolve();
  private stopping = false;
  private warnedAt = 0;

  constructor(private readonly transactions: TransactionService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.flush();
  }

  /**
   * Notes an event. A request that is answered while the service stops has its event written at once.
   * @throws Where the clinic is strict and the event can't be written, so that nothing is answered.
   */
  async note(actor: ClinicActor, action: AuditAction, subject: AuditSubject = {}): Promise<void> {
    if (actor.strictAudit) return this.write(actor.clinicId, [{ actor, action, subject }]);
    this.waiting.push({ actor, action, subject });
    if (this.stopping) await this.flush();
  }

  /** How many events wait to be written, and since when the first of them does. */
  waitingSince(): { events: number; since: Date | null } {
    return { events: this.waiting.length, since: this.waiting[0]?.actor.at ?? null };
  }

  /** Writes what was noted, one batch after the other. What can't be written now stays for the next time. */
  async flush(): Promise<void> {
    this.writing = this.writing.then(() => this.writeAll());
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    const events = this.waiting;
    this.waiting = [];
    for (const clinicId of new Set(events.map(({ actor }) => actor.clinicId))) {
      const own = events.filter(({ actor }) => actor.clinicId === clinicId);
      await this.write(clinicId, own).catch((error: unknown) => this.keep(own, error));
    }
  }

  private async write(clinicId: string, events: readonly Waiting[]): Promise<void> {
    await this.transactions.run(clinicId, (transaction) =>
      transaction.pipeline.finish(() =>
        Promise.all(events.map(({ actor, action, subject }) => recordEvent(transaction, actor, action, subject))),
      ),
    );
  }

  private keep(events: readonly Waiting[], error: unknown): void {
    if (Date.now() - this.warnedAt > WARNED_EVERY) {
      this.warnedAt = Date.now();
      this.logger.warn(
        `${counted(events.length, 'event waits', 'events wait')}: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
    const all = [...events, ...this.waiting];
    this.waiting = all.slice(-MOST);
    if (all.length > MOST) this.logger.error(`${counted(all.length - MOST, 'event is', 'events are')} lost.`);
  }
}
