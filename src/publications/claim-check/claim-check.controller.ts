import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SavesNothing } from '../../http/only-asked.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClaimCheckRequest } from './claim-check.dto.js';
import type { ClaimAnswerJson } from './claim-check-example.js';
import { ClaimCheckService } from './claim-check.service.js';

@ApiTags('Publications')
@Controller('v1/claim-checks')
export class ClaimCheckController {
  constructor(private readonly service: ClaimCheckService) {}

  /**
   * Hold a text against what the clinic has published: every number in it that speaks of outcomes is answered
   * @returns One verdict for each number that speaks of outcomes.
   */
  @Post()
  @SavesNothing()
  @Roles('marketing', 'director')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(422)
  async check(@CurrentActor() actor: Actor, @Body() body: ClaimCheckRequest): Promise<ClaimAnswerJson> {
    return this.service.check(actor, body);
  }
}
