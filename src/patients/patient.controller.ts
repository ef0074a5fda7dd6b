import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads } from '../audit/reads.js';
import type { Page } from '../http/page.js';
import { IdPipe } from '../http/id-pipe.js';
import { ProblemResponses } from '../http/openapi.js';
import { WithEtag, WithLinkToNext } from '../http/incoming/response-headers.js';
import { IfMatch } from '../http/version.js';
import { CurrentActor, Roles, TokenScope } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import { NewPatient, PatientChange, PatientQuery, type PatientResponse } from './patient.dto.js';
import { PatientService } from './patient.service.js';

@ApiTags('Patients')
@Controller('v1/patients')
export class PatientController {
  constructor(private readonly service: PatientService) {}

  /** Patients by chart number */
  @Get()
  @Reads('patient.listed')
  @Roles('clinician', 'director')
  @TokenScope('scores:write')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PatientQuery): Promise<Page<PatientResponse>> {
    return this.service.list(actor, query);
  }

  /** Record a patient: a chart number, and nothing else that identifies */
  @Post()
  @Roles('clinician', 'director')
  @WithEtag()
  @ApiOperation({})
  @ApiHeader({ name: 'Idempotency-Key', required: false, example: '7c1f2d' })
  @ProblemResponses(409, 422, 'key-reused', 'confirmation-needed')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewPatient,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatientResponse> {
    const patient = await this.service.create(actor, body, key);
    void reply.header('location', `/v1/patients/${patient.id}`);
    return patient;
  }

  /** One patient */
  @Get(':id')
  @Reads('patient.read', 'id')
  @Roles('clinician', 'director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PatientResponse> {
    return this.service.read(actor, id);
  }

  /** Correct a patient's chart number, initials, year of birth or sex */
  @Patch(':id')
  @Roles('clinician', 'director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(400, 404, 409, 412, 422, 428, 'confirmation-needed')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: PatientChange,
    @IfMatch() version: number,
  ): Promise<PatientResponse> {
    return this.service.change(actor, id, version, body);
  }
}
