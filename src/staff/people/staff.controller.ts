import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { WithEtag } from '../../http/incoming/response-headers.js';
import { IfMatch } from '../../http/version.js';
import { CurrentActor, FreshCode, Roles } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { SsoRemovalService } from '../sso/sso-removal.service.js';
import {
  InviteRequest,
  type LinkResponse,
  StaffChangeRequest,
  type StaffListResponse,
  type StaffResponse,
} from './staff.dto.js';
import { StaffService } from './staff.service.js';

@ApiTags('Staff')
@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly service: StaffService,
    private readonly removals: SsoRemovalService,
  ) {}

  /** Everybody who can sign in, or could */
  @Get()
  @Roles('director')
  @ApiOperation({})
  async list(@CurrentActor() actor: Actor): Promise<StaffListResponse> {
    return this.service.list(actor);
  }

  /** Invite a person: answers with a one-time link to hand over */
  @Post()
  @FreshCode()
  @Roles('director')
  @ApiOperation({
    description:
      'Sent again with the same Idempotency-Key it makes no second account, and answers with a new link: the link of ' +
      'the answer that was lost is no longer valid.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, example: '7c1f2f' })
  @ProblemResponses(409, 422, 'key-reused')
  async invite(
    @CurrentActor() actor: Actor,
    @Body() body: InviteRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<LinkResponse> {
    return this.service.invite(actor, body, key);
  }

  /** Change name or role, deactivate, or activate again */
  @Patch(':id')
  @FreshCode()
  @Roles('director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404, 409, 412, 422, 428)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: StaffChangeRequest,
    @IfMatch() version: number,
  ): Promise<StaffResponse> {
    return this.service.change(actor, id, version, body);
  }

  /** Make a new one-time link: for a forgotten password, or an invitation that was lost */
  @Post(':id/one-time-link')
  @FreshCode()
  @Roles('director')
  @HttpCode(201)
  @ApiOperation({})
  @ProblemResponses(404, 409)
  async makeLink(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<LinkResponse> {
    return this.service.makeLink(actor, id);
  }

  /** Remove the link of a person to the account at the identity provider: the person is told, and signed out everywhere */
  @Delete(':id/sso')
  @FreshCode()
  @Roles('director')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(404, 409)
  async removeSso(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.removals.remove(actor, id);
  }
}
