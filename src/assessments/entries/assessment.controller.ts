import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads } from '../../audit/reads.js';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { WithEtag } from '../../http/incoming/response-headers.js';
import { IfMatchOrNone, type Precondition } from '../../http/version.js';
import { CurrentActor, Roles, TokenScope } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { AssessmentHistoryResponse, AssessmentResponse, RecordedResponse } from './assessment.dto.js';
import { AssessmentRequest, ENTRY_EXAMPLES } from './assessment-request.dto.js';
import { AssessmentService } from './assessment.service.js';
import { OutcomeService } from '../outcome/outcome.service.js';
import { SlotPipe, type Slot } from './slot.pipe.js';

@ApiTags('Assessments')
@ApiParam({ name: 'slot', example: 'infusion-1' })
@Controller('v1/courses/:courseId/assessments/:slot')
export class AssessmentController {
  constructor(
    private readonly service: AssessmentService,
    private readonly outcomes: OutcomeService,
  ) {}

  /** What is recorded at a slot */
  @Get()
  @Reads('course.read', 'courseId', 'slot')
  @Roles('clinician', 'director')
  @TokenScope('scores:write')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('courseId', IdPipe) courseId: string,
    @Param('slot', SlotPipe) slot: Slot,
  ): Promise<AssessmentResponse> {
    return this.outcomes.read(actor, courseId, slot);
  }

  /** Record a score or a missed visit, amend it, or take it back. The same request twice records once */
  @Put()
  @Roles('clinician', 'director')
  @TokenScope('scores:write')
  @WithEtag()
  @ApiOperation({})
  @ApiBody({ type: AssessmentRequest, examples: ENTRY_EXAMPLES })
  @ApiCreatedResponse({ type: Object })
  @ApiOkResponse({ type: Object })
  @ProblemResponses(400, 404, 412, 422, 'confirmation-needed', 428)
  async record(
    @CurrentActor() actor: Actor,
    @Param('courseId', IdPipe) courseId: string,
    @Param('slot', SlotPipe) slot: Slot,
    @Body() body: AssessmentRequest,
    @IfMatchOrNone() precondition: Precondition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedResponse> {
    const entry = { slot, precondition, request: body };
    const { created, response } = await this.service.record(actor, courseId, entry);
    void reply.status(created ? 201 : 200);
    return response;
  }

  /** Every version of a slot, newest first: who, when and why */
  @Get('versions')
  @Reads('course.read', 'courseId', 'slot')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @ProblemResponses(404)
  async history(
    @CurrentActor() actor: Actor,
    @Param('courseId', IdPipe) courseId: string,
    @Param('slot', SlotPipe) slot: Slot,
  ): Promise<AssessmentHistoryResponse> {
    return this.outcomes.history(actor, courseId, slot);
  }
}
