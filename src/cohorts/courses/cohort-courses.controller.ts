import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../audit/reads.js';
import { WorkbookResponse } from '../../drawing/download.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, FreshCode, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { CohortCoursesFileQuery, OrderedCoursesQuery } from './cohort-courses.dto.js';
import { CohortCoursesService } from './cohort-courses.service.js';

const EXAMPLE =
  'chart number,kind,indication,started on,status,reason for stopping,days to infusion 6,baseline,infusion 6: total\n' +
  'A-1042,induction,Depression,2026-03-02,completed,,17,35,11\n';

@ApiTags('Cohorts')
@Controller('v1/cohorts')
export class CohortCoursesController {
  constructor(private readonly service: CohortCoursesService) {}

  /** The courses behind a number of the outcome as a CSV file, all of them */
  @Get('courses.csv')
  @Reads('course.listed')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({})
  @ApiOkResponse({
    description: 'A CSV file in UTF-8, a line each course, with what it counts as by each endpoint, in full precision.',
    content: { 'text/csv': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @ProblemResponses(422)
  async csv(@CurrentActor() actor: Actor, @Query() query: CohortCoursesFileQuery): Promise<StreamableFile> {
    return this.service.file(actor, query, 'csv');
  }

  /** The same as an Excel workbook */
  @Get('courses.xlsx')
  @Reads('course.listed')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({})
  @WorkbookResponse()
  @ProblemResponses(422)
  async workbook(@CurrentActor() actor: Actor, @Query() query: OrderedCoursesQuery): Promise<StreamableFile> {
    return this.service.file(actor, query, 'xlsx');
  }
}
