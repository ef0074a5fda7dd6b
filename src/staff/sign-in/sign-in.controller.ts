import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../environment.js';
import { SavesNothing } from '../../http/only-asked.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, CurrentSession, Public, Roles, WhileEnrolling, type LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { clearSessionCookie } from '../sessions/session-cookie.js';
import { OwnSessionService } from '../sessions/own-session.service.js';
import { type SessionResponse, SignInRequest } from './sign-in.dto.js';
import { sendSession, signInOriginOf } from './sign-in-answer.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('Session')
@Controller('v1/session')
export class SignInController {
  constructor(
    private readonly service: SignInService,
    private readonly ownSessions: OwnSessionService,
    private readonly environment: Environment,
  ) {}

  /** Sign in: the session travels in an HttpOnly cookie */
  @Post()
  @SavesNothing()
  @Public()
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('sign-in-refused', 'second-factor-needed', 409, 422, 429)
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const started = await this.service.signIn(body, signInOriginOf(request, this.environment));
    return sendSession(reply, this.environment, started);
  }

  /** Who is signed in */
  @Get()
  @WhileEnrolling()
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async current(@CurrentActor() actor: Actor, @CurrentSession() session: LiveSession): Promise<SessionResponse> {
    return this.service.current(actor, session);
  }

  /** Sign out */
  @Delete()
  @WhileEnrolling()
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  async signOut(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    // One that another request has just ended is ended all the same.
    await this.ownSessions.end(actor, id);
    clearSessionCookie(reply, this.environment);
    // No storage: what was typed and not saved is kept there, encrypted, and a session that ends by idleness comes here too.
    void reply.header('clear-site-data', '"cache"');
  }
}
