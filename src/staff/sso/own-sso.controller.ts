import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../environment.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, CurrentSession, FreshCode, Roles, type LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { COOKIE_SECONDS } from './sso-attempt.service.js';
import { readSsoCookie, setSsoCookie } from './sso-cookie.js';
import { SsoLinkService } from './sso-link.service.js';
import { SsoAnswerRequest, SsoLinkRequest, type OwnSsoResponse, type SsoAddressResponse } from './sso.dto.js';

@ApiTags('Account')
@Controller('v1/account/sso')
export class OwnSsoController {
  constructor(
    private readonly service: SsoLinkService,
    private readonly environment: Environment,
  ) {}

  /** Whether the person may sign in at the identity provider */
  @Get()
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async read(@CurrentActor() actor: Actor, @CurrentSession() session: LiveSession): Promise<OwnSsoResponse> {
    return this.service.read(actor, session);
  }

  /** Begin to link the own account at the identity provider: where the browser goes */
  @Post('options')
  @FreshCode()
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409, 422, 429, 503)
  async begin(
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LiveSession,
    @Body() { currentPassword }: SsoLinkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SsoAddressResponse> {
    const { secret, address } = await this.service.begin(actor, session, currentPassword);
    setSsoCookie(reply, this.environment, secret, COOKIE_SECONDS);
    return { address };
  }

  /** Link the account with which the browser came back from the identity provider; every other session of the person ends */
  @Post()
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409, 422, 503)
  async finish(
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LiveSession,
    @Body() { search }: SsoAnswerRequest,
    @Req() request: FastifyRequest,
  ): Promise<OwnSsoResponse> {
    return this.service.finish(actor, session, search, readSsoCookie(request, this.environment));
  }

  /** Remove the link to the own account at the identity provider, but never the only way to sign in */
  @Delete()
  @FreshCode()
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(409)
  async remove(@CurrentActor() actor: Actor, @CurrentSession() session: LiveSession): Promise<void> {
    await this.service.remove(actor, session);
  }
}
