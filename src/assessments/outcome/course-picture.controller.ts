import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../audit/reads.js';
import { PictureResponse, TableResponse } from '../../drawing/download.js';
import { PictureQuery } from '../../drawing/picture.dto.js';
import { CsvQuery } from '../../http/csv.dto.js';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { CoursePictureService } from './course-picture.service.js';

@ApiTags('Courses')
@Controller('v1/courses')
export class CoursePictureController {
  constructor(private readonly service: CoursePictureService) {}

  /** The course as a PNG picture */
  @Get(':id/charts/trajectory.png')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @PictureResponse('png')
  @ProblemResponses(404, 422)
  async png(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PictureQuery,
  ): Promise<StreamableFile> {
    return this.service.picture(actor, id, query, 'png');
  }

  /** The course as an SVG drawing */
  @Get(':id/charts/trajectory.svg')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @PictureResponse('svg')
  @ProblemResponses(404, 422)
  async svg(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PictureQuery,
  ): Promise<StreamableFile> {
    return this.service.picture(actor, id, query, 'svg');
  }

  /** The visits of the course as CSV */
  @Get(':id/charts/trajectory.csv')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @TableResponse('csv')
  @ProblemResponses(404, 422)
  async csv(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: CsvQuery,
  ): Promise<StreamableFile> {
    return this.service.table(actor, id, 'csv', query);
  }

  /** The visits of the course as an Excel workbook */
  @Get(':id/charts/trajectory.xlsx')
  @Reads('course.read', 'id')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @TableResponse('xlsx')
  @ProblemResponses(404)
  async workbook(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.service.table(actor, id, 'xlsx');
  }
}
