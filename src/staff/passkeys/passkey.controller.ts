import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../environment.js';
import { IdPipe } from '../../http/id-pipe.js';
import { SavesNothing } from '../../http/only-asked.js';
import { ProblemResponses } from '../../http/openapi.js';
import {
  CurrentActor,
  CurrentSession,
  FreshCode,
  Public,
  Roles,
  WhileEnrolling,
  type LiveSession,
} from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import type { SessionResponse } from '../sign-in/sign-in.dto.js';
import { sendSession, signInOriginOf } from '../sign-in/sign-in-answer.js';
import {
  NewPasskeyRequest,
  PasskeyRequest,
  type NewPasskeyOptionsResponse,
  type PasskeyListResponse,
  type PasskeyOptionsResponse,
  type NewPasskeyResponse,
} from './passkey.dto.js';
import { PasskeyService } from './passkey.service.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { relyingPartyOf } from './relying-party.js';

@Controller('v1')
export class PasskeyController {
  constructor(
    private readonly own: PasskeyService,
    private readonly signIns: PasskeySignInService,
    private readonly environment: Environment,
  ) {}

  /** The passkeys of the person, oldest first */
  @Get('account/passkeys')
  @WhileEnrolling()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async list(@CurrentActor() actor: Actor): Promise<PasskeyListResponse> {
    return this.own.list(actor);
  }

  /** Begin to add a passkey: what `navigator.credentials.create()` needs */
  @Post('account/passkeys/options')
  @FreshCode()
  @WhileEnrolling()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409)
  async begin(
    @CurrentActor() actor: Actor,
    @Headers('host') host: string | undefined,
  ): Promise<NewPasskeyOptionsResponse> {
    return this.own.begin(actor, relyingPartyOf(this.environment, host));
  }

  /** Add a passkey that the browser has made: it is a second factor, and enough to sign in; every other session of the person ends */
  @Post('account/passkeys')
  @FreshCode()
  @WhileEnrolling()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  @ProblemResponses(409, 422)
  async add(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Headers('host') host: string | undefined,
    @Body() body: NewPasskeyRequest,
  ): Promise<NewPasskeyResponse> {
    return this.own.add(actor, id, body, relyingPartyOf(this.environment, host));
  }

  /** Remove a passkey, but never the last second factor where the clinic requires one */
  @Delete('account/passkeys/:id')
  @FreshCode()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(404, 409)
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: sessionId }: LiveSession,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.own.remove(actor, sessionId, id);
  }

  /** Begin to sign in with a passkey: what `navigator.credentials.get()` needs */
  @Post('session/passkey/options')
  @SavesNothing()
  @Public()
  @ApiTags('Session')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409)
  async beginSignIn(@Headers('host') host: string | undefined): Promise<PasskeyOptionsResponse> {
    return this.signIns.begin(relyingPartyOf(this.environment, host));
  }

  /** Sign in with a passkey, without a password: the session travels in an HttpOnly cookie */
  @Post('session/passkey')
  @SavesNothing()
  @Public()
  @ApiTags('Session')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('sign-in-refused', 409, 422)
  async signIn(
    @Body() body: PasskeyRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const party = relyingPartyOf(this.environment, request.headers.host);
    const started = await this.signIns.signIn(body, signInOriginOf(request, this.environment), party);
    return sendSession(reply, this.environment, started);
  }

  /** Begin to show the second factor again with a passkey */
  @Post('session/second-factor/passkey/options')
  @SavesNothing()
  @ApiTags('Session')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409)
  async beginConfirmation(
    @CurrentActor() actor: Actor,
    @Headers('host') host: string | undefined,
  ): Promise<PasskeyOptionsResponse> {
    return this.signIns.beginConfirmation(actor, relyingPartyOf(this.environment, host));
  }

  /** Show the second factor again with a passkey: what asks for it is open for 10 minutes */
  @Post('session/second-factor/passkey')
  @SavesNothing()
  @ApiTags('Session')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(409, 422)
  async confirm(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Headers('host') host: string | undefined,
    @Body() body: PasskeyRequest,
  ): Promise<void> {
    await this.signIns.confirm(actor, id, body, relyingPartyOf(this.environment, host));
  }
}
