import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../environment.js';
import { SavesNothing } from '../../http/only-asked.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CodeRequest } from '../second-factor/second-factor.dto.js';
import { Public } from '../sessions/access.js';
import { sendSession, signInOriginOf } from '../sign-in/sign-in-answer.js';
import type { SessionResponse } from '../sign-in/sign-in.dto.js';
import { IdentityProviderService } from './identity-provider.service.js';
import { COOKIE_SECONDS } from './sso-attempt.service.js';
import { readSsoCookie, setSsoCookie } from './sso-cookie.js';
import { SsoSignInService } from './sso-sign-in.service.js';
import { SsoAnswerRequest, SsoBeginRequest, type SsoAddressResponse, type SsoProviderResponse } from './sso.dto.js';

@ApiTags('Session')
@Controller('v1/session/sso')
export class SsoController {
  constructor(
    private readonly service: SsoSignInService,
    private readonly provider: IdentityProviderService,
    private readonly environment: Environment,
  ) {}

  /** Whether people may sign in at an identity provider, and how it is called */
  @Get()
  @Public()
  @ApiOperation({})
  read(): SsoProviderResponse {
    return { provider: this.provider.name };
  }

  /** Begin to sign in at the identity provider: where the browser goes; what it keeps meanwhile is in an HttpOnly cookie */
  @Post('options')
  @SavesNothing()
  @Public()
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('link-not-valid', 409, 422, 503)
  async begin(
    @Body() { invitation }: SsoBeginRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SsoAddressResponse> {
    const { secret, address } = await this.service.begin(invitation);
    setSsoCookie(reply, this.environment, secret, COOKIE_SECONDS);
    return { address };
  }

  /** Sign in with what the browser brought back from the identity provider: the session travels in an HttpOnly cookie */
  @Post()
  @SavesNothing()
  @Public()
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('sign-in-refused', 'second-factor-needed', 409, 422, 503)
  async signIn(
    @Body() { search }: SsoAnswerRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const secret = readSsoCookie(request, this.environment);
    const started = await this.service.signIn(search, secret, signInOriginOf(request, this.environment));
    return sendSession(reply, this.environment, started);
  }

  /** Send the code of a second factor, after `second-factor-needed`: the session travels in an HttpOnly cookie */
  @Post('code')
  @SavesNothing()
  @Public()
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('sign-in-refused', 'second-factor-needed', 422, 429)
  async sendCode(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const secret = readSsoCookie(request, this.environment);
    const started = await this.service.sendCode(code, secret, signInOriginOf(request, this.environment));
    return sendSession(reply, this.environment, started);
  }
}
