import { Body, Controller, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles, TokenScope } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { BlockResponse } from './block.dto.js';
import { BlockRequest } from './block.dto.js';
import { BlockService } from './block.service.js';

@ApiTags('Assessments')
@Controller('v1/assessments')
export class BlockController {
  constructor(private readonly service: BlockService) {}

  /** Record many entries, also of several courses, each with its own result. Those of a course are one transaction */
  @Put()
  @Roles('clinician', 'director')
  @TokenScope('scores:write')
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async record(@CurrentActor() actor: Actor, @Body() body: BlockRequest): Promise<BlockResponse> {
    return this.service.record(actor, body.entries);
  }
}
