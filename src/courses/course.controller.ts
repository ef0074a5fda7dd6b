import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads } from '../audit/reads.js';
import { IdPipe } from '../http/id-pipe.js';
import { ProblemResponses } from '../http/openapi.js';
import { WithEtag } from '../http/incoming/response-headers.js';
import { CurrentActor, Roles, TokenScope } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import { type CourseListResponse, type CourseResponse, NewCourse } from './course.dto.js';
import { CourseService } from './course.service.js';

@ApiTags('Courses')
@Controller('v1/patients/:patientId/courses')
export class CourseController {
  constructor(private readonly service: CourseService) {}

  /** A patient's courses, first to last */
  @Get()
  @Reads('patient.read', 'patientId')
  @Roles('clinician', 'director')
  @TokenScope('scores:write')
  @ApiOperation({})
  @ProblemResponses(404)
  async list(@CurrentActor() actor: Actor, @Param('patientId', IdPipe) patientId: string): Promise<CourseListResponse> {
    return this.service.listOfPatient(actor, patientId);
  }

  /** Begin the patient's next course */
  @Post()
  @Roles('clinician', 'director')
  @WithEtag()
  @ApiOperation({})
  @ApiHeader({ name: 'Idempotency-Key', required: false, example: '7c1f2e' })
  @ProblemResponses(404, 422, 'key-reused')
  async create(
    @CurrentActor() actor: Actor,
    @Param('patientId', IdPipe) patientId: string,
    @Body() body: NewCourse,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseResponse> {
    const course = await this.service.create(actor, patientId, body, key);
    void reply.header('location', `/v1/courses/${course.id}`);
    return course;
  }
}
