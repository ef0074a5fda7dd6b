import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../audit/reads.js';
import type { Page } from '../../http/page.js';
import { WithLinkToNext } from '../../http/incoming/response-headers.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { PatientSummaryQuery, type PatientSummaryResponse } from './patient-summary.dto.js';
import { PatientSummaryService } from './patient-summary.service.js';

@ApiTags('Patients')
@Controller('v1/patient-summaries')
export class PatientSummaryController {
  constructor(private readonly service: PatientSummaryService) {}

  /** Patients with how they are: the latest course of each, its state, scores and next visit */
  @Get()
  @Reads('patient.listed')
  @Roles('clinician', 'director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PatientSummaryQuery): Promise<Page<PatientSummaryResponse>> {
    return this.service.list(actor, query);
  }
}
