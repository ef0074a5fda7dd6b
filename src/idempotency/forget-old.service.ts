import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock.js';
import { OneProcessService } from '../database/one-process.service.js';
import { IdempotencyService } from './idempotency.service.js';

const HOUR = 60 * 60_000;

/** Forgets at the start and every hour what was kept for retries of the day before; one process of all at a time. */
@Injectable()
export class ForgetOldService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('idempotency');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly idempotency: IdempotencyService,
    private readonly oneProcess: OneProcessService,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const forget = () => void (this.underWay = this.forget());
    forget();
    this.timer = setInterval(forget, HOUR).unref();
  }

  /** The database is not closed before it has answered. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  /** What can't be deleted now is deleted an hour later. */
  private async forget(): Promise<void> {
    const work = () => this.idempotency.forgetOld(this.clock.now());
    await this.oneProcess.run('forget-retries', work).catch((error: unknown) => {
      this.logger.warn(error instanceof Error ? error.name : 'unknown');
    });
  }
}
