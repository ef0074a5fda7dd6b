import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { sourceOf } from '../../http/incoming/client-address.js';
import { ProblemResponses } from '../../http/openapi.js';
import { Public } from '../sessions/access.js';
import { RedemptionService } from '../links/redemption.service.js';
import { RedeemRequest, SetupRequest } from './setup.dto.js';
import { SetupService } from './setup.service.js';
import type { StaffResponse } from '../people/staff.dto.js';

@ApiTags('Set-up and links')
@Controller('v1')
export class SetupController {
  constructor(
    private readonly service: SetupService,
    private readonly redemptions: RedemptionService,
  ) {}

  /** Set up the clinic and its first director, with the link printed at the first start */
  @Post('setup')
  @Public()
  @ApiOperation({})
  @ProblemResponses('link-not-valid', 409, 'cannot-sign', 422, 429)
  async setUp(@Body() body: SetupRequest, @Req() request: FastifyRequest): Promise<StaffResponse> {
    return this.service.setUp(body, sourceOf(request));
  }

  /** Choose a password with a one-time link */
  @Post('one-time-links/redemption')
  @Public()
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses('link-not-valid', 409, 422, 429)
  async redeem(@Body() body: RedeemRequest, @Req() request: FastifyRequest): Promise<StaffResponse> {
    return this.redemptions.redeem(body, sourceOf(request));
  }
}
