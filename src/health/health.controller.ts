import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { TransactionService } from '../database/transaction.service.js';
import { ProblemResponses } from '../http/openapi.js';
import { Public } from '../staff/sessions/access.js';
import type { HealthResponse } from './health.dto.js';

@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(private readonly transactions: TransactionService) {}

  /** Does the process answer? */
  @Get('livez')
  @Public()
  @ApiOperation({})
  live(): HealthResponse {
    return { status: 'ok' };
  }

  /** Can the service do its work, with its database? */
  @Get('readyz')
  @Public()
  @ApiOperation({})
  @ProblemResponses(503)
  async ready(): Promise<HealthResponse> {
    await this.transactions.check();
    return { status: 'ok' };
  }
}
