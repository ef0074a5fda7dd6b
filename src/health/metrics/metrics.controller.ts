import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, TokenScope } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { MetricsService } from './metrics.service.js';

const EXAMPLE =
  '# HELP cudos_safety_notices_open Safety notices of the clinic that nobody has acknowledged.\n' +
  '# TYPE cudos_safety_notices_open gauge\ncudos_safety_notices_open 2\n';

@ApiTags('Health')
@Controller()
export class MetricsController {
  constructor(private readonly service: MetricsService) {}

  /** What a monitoring system reads: requests by route, connections, open safety notices, backups, the audit's lag */
  @Get('metrics')
  @Roles('director')
  @TokenScope('metrics:read')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({})
  @ApiOkResponse({
    description:
      'The text format of Prometheus. Of records it says what the clinic of the token has, of requests and backups what the ' +
      'whole service has.',
    content: { 'text/plain': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  async read(@CurrentActor() actor: Actor): Promise<string> {
    return this.service.text(actor);
  }
}
