import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { notFound } from '../../http/problem.js';
import { CurrentActor, CurrentSession, Roles, type LiveSession } from '../sessions/access.js';
import { type OwnGrantListResponse, type OwnSessionListResponse, PasswordChangeRequest } from './account.dto.js';
import { OwnGrantService } from '../people/own-grant.service.js';
import type { Actor } from '../sessions/actor.js';
import { OwnSessionService } from '../sessions/own-session.service.js';
import { PasswordChangeService } from './password-change.service.js';

@ApiTags('Account')
@Controller('v1/account')
export class AccountController {
  constructor(
    private readonly passwords: PasswordChangeService,
    private readonly sessions: OwnSessionService,
    private readonly grants: OwnGrantService,
  ) {}

  /** Change the own password: every other session of the person ends */
  @Put('password')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(422, 429)
  async changePassword(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Body() body: PasswordChangeRequest,
  ): Promise<void> {
    await this.passwords.change(actor, id, body);
  }

  /** By whom the person came to their access, latest first: links that were used, roles, activations */
  @Get('grants')
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async listGrants(@CurrentActor() actor: Actor): Promise<OwnGrantListResponse> {
    return this.grants.list(actor);
  }

  /** Where the person is signed in, last used first */
  @Get('sessions')
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async list(@CurrentActor() actor: Actor, @CurrentSession() { id }: LiveSession): Promise<OwnSessionListResponse> {
    return this.sessions.list(actor, id);
  }

  /** Sign out everywhere else */
  @Delete('sessions')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  async endOthers(@CurrentActor() actor: Actor, @CurrentSession() { id }: LiveSession): Promise<void> {
    await this.sessions.endOthers(actor, id);
  }

  /** Sign out on one device */
  @Delete('sessions/:id')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(404)
  async end(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    if (!(await this.sessions.end(actor, id))) throw notFound('session of yours');
  }
}
