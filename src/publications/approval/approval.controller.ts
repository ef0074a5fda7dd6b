import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../http/ids.js';
import { ProblemResponses } from '../../http/openapi.js';
import { WithEtag } from '../../http/response-headers.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { AgeingService } from '../drift/ageing.service.js';
import { ApprovalService } from './approval.service.js';
import { ApprovalRequest, WithdrawalRequest } from '../publication-detail.dto.js';
import { PublicationToday } from '../publication-example.js';
import { PublicationTodayResponse } from '../drift/publication-today.dto.js';
import { PublicationResponse } from '../publication.dto.js';
import { WithdrawalService } from '../withdrawal/withdrawal.service.js';

@ApiTags('Publications')
@Controller('v1/publications/:id')
export class ApprovalController {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly withdrawals: WithdrawalService,
    private readonly ageing: AgeingService,
  ) {}

  /** Approve a draft of somebody else: freezes and signs what the preview showed, and makes it public */
  @Post('approval')
  @Roles('director')
  @HttpCode(200)
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(401, 403, 404, 409, 422, ...(['figures-changed', 'would-disclose', 'cannot-sign'] as const))
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ApprovalRequest,
  ): Promise<PublicationResponse> {
    return this.approvals.approve(actor, id, body);
  }

  /** Withdraw what is public, also what was superseded, and say why; its own addresses answer with the reason from now on */
  @Post('withdrawal')
  @Roles('director')
  @HttpCode(200)
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(401, 403, 404, 409, 422)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawalRequest,
  ): Promise<PublicationResponse> {
    return this.withdrawals.withdraw(actor, id, body);
  }

  /** What a publication would say today beside what it says, and how its courses moved since */
  @Get('today')
  @Roles('director')
  @ApiOperation({})
  @PublicationToday()
  @ProblemResponses(401, 403, 404, 409)
  async today(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PublicationTodayResponse> {
    return this.ageing.today(actor, id);
  }
}
