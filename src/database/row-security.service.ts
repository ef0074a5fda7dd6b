import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RowSecurityOff } from './row-security.js';
import { TransactionService } from './transaction.service.js';

const MINUTE = 60_000;

/** Asks at the start, and every minute from then on, whether row-level security binds the service. */
@Injectable()
export class RowSecurityService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('database');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly transactions: TransactionService) {}

  /** @throws RowSecurityOff, which ends the start. */
  async onApplicationBootstrap(): Promise<void> {
    await this.transactions.check();
    this.timer = setInterval(() => void this.checkAgain(), MINUTE).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** A database that does not answer is no fault of row-level security's; each request says so for itself. */
  private async checkAgain(): Promise<void> {
    await this.transactions.check().catch((error: unknown) => {
      if (error instanceof RowSecurityOff) this.logger.error(error.message);
    });
  }
}
