import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../audit/reads.js';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { SafetyNoticeListResponse } from './safety-notice.dto.js';
import { SafetyNoticeService } from './safety-notice.service.js';

@ApiTags('Safety notices')
@Controller('v1/courses/:courseId/safety-notices')
export class CourseNoticesController {
  constructor(private readonly service: SafetyNoticeService) {}

  /** Every notice of a course, open or acknowledged, newest first: who looked at it, when, and what was done */
  @Get()
  @Reads('course.read', 'courseId')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('courseId', IdPipe) courseId: string,
  ): Promise<SafetyNoticeListResponse> {
    return this.service.listOfCourse(actor, courseId);
  }
}
