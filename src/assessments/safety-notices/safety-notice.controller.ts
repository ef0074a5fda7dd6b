import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../audit/reads.js';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { PageQuery } from '../../http/page.dto.js';
import type { Page } from '../../http/page.js';
import { WithLinkToNext } from '../../http/incoming/response-headers.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { AcknowledgementRequest, type SafetyNoticeResponse } from './safety-notice.dto.js';
import { SafetyNoticeService } from './safety-notice.service.js';

@ApiTags('Safety notices')
@Controller('v1/safety-notices')
export class SafetyNoticeController {
  constructor(private readonly service: SafetyNoticeService) {}

  /** Notices that nobody has acknowledged yet, oldest first. A notice is not monitoring */
  @Get()
  @Reads('safety-notice.listed')
  @Roles('clinician', 'director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async listOpen(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SafetyNoticeResponse>> {
    return this.service.listOpen(actor, query);
  }

  /** Acknowledge a notice: who, when, and what was done */
  @Post(':id/acknowledgement')
  @Roles('clinician', 'director')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(404, 409, 422)
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { actionTaken }: AcknowledgementRequest,
  ): Promise<SafetyNoticeResponse> {
    return this.service.acknowledge(actor, id, actionTaken);
  }
}
