import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../http/id-pipe.js';
import { WithEtag } from '../../http/incoming/response-headers.js';
import { ProblemResponses } from '../../http/openapi.js';
import { IfMatch } from '../../http/version.js';
import { CurrentActor, FreshCode, Roles } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { ApiTokenService } from './api-token.service.js';
import {
  ApiTokenRequest,
  type MadeTokenResponse,
  SystemAccountChangeRequest,
  type SystemAccountListResponse,
  SystemAccountRequest,
  type SystemAccountResponse,
} from './system-account.dto.js';
import { SystemAccountService } from './system-account.service.js';

@ApiTags('API tokens')
@Controller('v1')
export class SystemAccountController {
  constructor(
    private readonly accounts: SystemAccountService,
    private readonly tokens: ApiTokenService,
  ) {}

  /** The programs that ask with tokens, and their tokens, but not what was shown once */
  @Get('system-accounts')
  @Roles('director')
  @ApiOperation({})
  async list(@CurrentActor() actor: Actor): Promise<SystemAccountListResponse> {
    return this.accounts.list(actor);
  }

  /** Add an account for a program: it has no password, only tokens */
  @Post('system-accounts')
  @FreshCode()
  @Roles('director')
  @ApiOperation({})
  @ApiHeader({ name: 'Idempotency-Key', required: false, example: '7c1f2f' })
  @ProblemResponses(422, 'key-reused')
  async add(
    @CurrentActor() actor: Actor,
    @Body() body: SystemAccountRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<SystemAccountResponse> {
    return this.accounts.add(actor, body, key);
  }

  /** Change the name, deactivate with all of its tokens, or activate again */
  @Patch('system-accounts/:id')
  @FreshCode()
  @Roles('director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404, 412, 422, 428)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: SystemAccountChangeRequest,
    @IfMatch() version: number,
  ): Promise<SystemAccountResponse> {
    return this.accounts.change(actor, id, version, body);
  }

  /** Make a token: the answer is the only one that shows it */
  @Post('system-accounts/:id/tokens')
  @FreshCode()
  @Roles('director')
  @ApiOperation({})
  @ProblemResponses(404, 409, 422)
  async make(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ApiTokenRequest,
  ): Promise<MadeTokenResponse> {
    return this.tokens.make(actor, id, body);
  }

  /** Revoke a token: it is refused from now on. This asks for no code, so that a leak can be closed at once */
  @Delete('api-tokens/:id')
  @Roles('director')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(404)
  async revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.tokens.revoke(actor, id);
  }
}
