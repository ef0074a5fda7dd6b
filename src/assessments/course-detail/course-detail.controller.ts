import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../audit/reads.js';
import type { Page } from '../../http/page.js';
import { CourseChange } from '../../courses/course.dto.js';
import type { ChartJson } from '../../http/chart-json.js';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { WithEtag, WithLinkToNext } from '../../http/incoming/response-headers.js';
import { IfMatch } from '../../http/version.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { type CourseDetailResponse, CourseQuery } from './course-detail.dto.js';
import { CourseDetailService } from './course-detail.service.js';
import { OutcomeQuery, type CourseOutcomeResponse } from '../outcome/outcome.dto.js';
import { OutcomeService } from '../outcome/outcome.service.js';

@ApiTags('Courses')
@Controller('v1/courses')
export class CourseDetailController {
  constructor(
    private readonly service: CourseDetailService,
    private readonly outcomes: OutcomeService,
  ) {}

  /** Courses with their slots, latest start first */
  @Get()
  @Reads('course.listed')
  @Roles('clinician', 'director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: CourseQuery): Promise<Page<CourseDetailResponse>> {
    return this.service.list(actor, query);
  }

  /** One course with the states of its slots */
  @Get(':id')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CourseDetailResponse> {
    return this.service.read(actor, id);
  }

  /** Correct a course, stop it with a reason, take a stop back, or say that it is still under way */
  @Patch(':id')
  @Roles('clinician', 'director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(400, 404, 412, 422, 428)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: CourseChange,
    @IfMatch() version: number,
  ): Promise<CourseDetailResponse> {
    return this.service.change(actor, id, version, body);
  }

  /**
   * What the course achieved: baseline, endpoint by rule, response, remission, reliable change
   * @returns Reductions are in points, positive is better; percent of the baseline, at most 100; null where there is
   *   nothing to say.
   */
  @Get(':id/outcome')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @ProblemResponses(404, 422)
  async outcome(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { endpoint }: OutcomeQuery,
  ): Promise<CourseOutcomeResponse> {
    return this.outcomes.outcome(actor, id, endpoint);
  }

  /** The course as a Chart.js configuration */
  @Get(':id/charts/trajectory')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @ProblemResponses(404)
  async trajectory(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ChartJson> {
    return this.outcomes.trajectory(actor, id);
  }
}
