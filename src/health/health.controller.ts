import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { BackupScheduleService } from '../backups/schedule.service.js';
import { TransactionService } from '../database/transaction.service.js';
import { ProblemResponses } from '../http/openapi.js';
import { Public } from '../staff/sessions/access.js';
import { toReadyResponse, type HealthResponse, type ReadyResponse } from './health.dto.js';

@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(
    private readonly transactions: TransactionService,
    private readonly backups: BackupScheduleService,
  ) {}

  /** Does the process answer? */
  @Get('livez')
  @Public()
  @ApiOperation({})
  live(): HealthResponse {
    return { status: 'ok' };
  }

  /** Can the service do its work, with its database? An old backup is said, and does not make it unready */
  @Get('readyz')
  @Public()
  @ApiOperation({})
  @ProblemResponses(503)
  async ready(): Promise<ReadyResponse> {
    await this.transactions.check();
    return toReadyResponse(this.backups.state());
  }
}
