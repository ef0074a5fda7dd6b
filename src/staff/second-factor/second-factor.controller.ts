import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../http/id-pipe.js';
import { SavesNothing } from '../../http/only-asked.js';
import { ProblemResponses } from '../../http/openapi.js';
import {
  CurrentActor,
  CurrentSession,
  FreshCode,
  Roles,
  WhileEnrolling,
  type LiveSession,
} from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { FactorResetService } from './factor-reset.service.js';
import {
  CodeRequest,
  type RecoveryCodesResponse,
  type SecondFactorResponse,
  type SecondFactorSecretResponse,
} from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';

@Controller('v1')
export class SecondFactorController {
  constructor(
    private readonly service: SecondFactorService,
    private readonly resets: FactorResetService,
  ) {}

  /** Whether the person signs in with an authenticator app too */
  @Get('account/second-factor')
  @WhileEnrolling()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  async read(@CurrentActor() actor: Actor): Promise<SecondFactorResponse> {
    return this.service.read(actor);
  }

  /** Begin to set up an authenticator app: it counts once a first code of it is confirmed */
  @Post('account/second-factor')
  @WhileEnrolling()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @ApiOperation({})
  @ProblemResponses(409)
  async begin(@CurrentActor() actor: Actor): Promise<SecondFactorSecretResponse> {
    return this.service.begin(actor);
  }

  /** Confirm a first code of the app: from now on sign-ins ask for one, and every other session of the person ends */
  @Post('account/second-factor/confirmation')
  @WhileEnrolling()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409, 422, 429)
  async confirm(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Body() { code }: CodeRequest,
  ): Promise<RecoveryCodesResponse> {
    return this.service.confirm(actor, id, code);
  }

  /** Make ten new recovery codes; those of before are no longer taken */
  @Post('account/second-factor/recovery-codes')
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409, 422, 429)
  async renewCodes(@CurrentActor() actor: Actor, @Body() { code }: CodeRequest): Promise<RecoveryCodesResponse> {
    return this.service.renewCodes(actor, code);
  }

  /** Make ten new recovery codes with a passkey or a code that was shown just now; those of before are no longer taken */
  @Post('account/recovery-codes')
  @FreshCode()
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409)
  async makeCodes(@CurrentActor() actor: Actor): Promise<RecoveryCodesResponse> {
    return this.service.makeCodes(actor);
  }

  /** Sign in with the password alone again */
  @Post('account/second-factor/removal')
  @ApiTags('Account')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(409, 422, 429)
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Body() { code }: CodeRequest,
  ): Promise<void> {
    await this.service.remove(actor, id, code);
  }

  /** Show the second factor again: what asks for a fresh code is open for 10 minutes */
  @Post('session/second-factor')
  @SavesNothing()
  @ApiTags('Session')
  @Roles('clinician', 'director', 'marketing')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(409, 422, 429)
  async verify(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id }: LiveSession,
    @Body() { code }: CodeRequest,
  ): Promise<void> {
    await this.service.verify(actor, id, code);
  }

  /** Remove the second factor of a person who lost the device: the person is told, and signs in again */
  @Delete('staff/:id/second-factor')
  @FreshCode()
  @ApiTags('Staff')
  @Roles('director')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(404, 409)
  async reset(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.resets.reset(actor, id);
  }
}
