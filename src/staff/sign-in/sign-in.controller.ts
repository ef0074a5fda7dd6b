import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../environment.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, CurrentSession, Public, Roles, type LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../sessions/session-cookie.js';
import { SessionService } from '../sessions/session.service.js';
import { type SessionResponse, SignInRequest } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('Session')
@Controller('v1/session')
export class SignInController {
  constructor(
    private readonly service: SignInService,
    private readonly sessions: SessionService,
    private readonly environment: Environment,
  ) {}

  /** Sign in: the session travels in an HttpOnly cookie */
  @Post()
  @Public()
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('sign-in-refused', 422, 429)
  async signIn(
    @Body() body: SignInRequest,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const { token, response } = await this.service.signIn(body.email, body.password, userAgent);
    setSessionCookie(reply, this.environment, token);
    return response;
  }

  /** Who is signed in */
  @Get()
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async current(@CurrentActor() actor: Actor, @CurrentSession() session: LiveSession): Promise<SessionResponse> {
    return this.service.current(actor, session);
  }

  /** Sign out */
  @Delete()
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(readSessionCookie(request, this.environment) ?? '');
    clearSessionCookie(reply, this.environment);
  }
}
