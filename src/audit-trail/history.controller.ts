import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../audit/reads.js';
import { IdPipe } from '../http/id-pipe.js';
import { WithLinkToNext } from '../http/incoming/response-headers.js';
import { ProblemResponses } from '../http/openapi.js';
import { PageQuery } from '../http/page.dto.js';
import type { Page } from '../http/page.js';
import { CurrentActor, Roles } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import type { HistoryEntryResponse } from './history.dto.js';
import { HistoryService } from './history.service.js';

/** Earlier states: who may read a thing reads what it said before. */
@ApiTags('Audit')
@Controller('v1')
export class HistoryController {
  constructor(private readonly service: HistoryService) {}

  /** What a patient's record said before, and who changed it, latest first */
  @Get('patients/:id/history')
  @Reads('patient.read', 'id')
  @Roles('clinician', 'director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 404, 422)
  async ofPatient(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    return this.service.of(actor, 'patient', id, query);
  }

  /** What a course said before, and who changed it, latest first */
  @Get('courses/:id/history')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 404, 422)
  async ofCourse(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    return this.service.of(actor, 'course', id, query);
  }

  /** What the account of a person said before, and who changed it, latest first */
  @Get('staff/:id/history')
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 404, 422)
  async ofStaff(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    return this.service.of(actor, 'staff', id, query);
  }

  /** What the settings of the clinic were before, and who changed them, latest first */
  @Get('clinic/history')
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async ofClinic(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.service.ofClinic(actor, query);
  }
}
