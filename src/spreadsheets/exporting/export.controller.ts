import type { Readable } from 'node:stream';
import { CsvQuery } from '../../http/csv.dto.js';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { WORKBOOK_TYPE } from '../../drawing/workbook-chunks.js';
import { WorkbookResponse } from '../../drawing/download.js';
import { PageQuery } from '../../http/page.dto.js';
import type { Page } from '../../http/page.js';
import { WithLinkToNext } from '../../http/incoming/response-headers.js';
import { CurrentActor, FreshCode, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { type RecordedExportResponse } from './export.dto.js';
import { CsvResponse, courseExample, scoreExample } from './export-example.js';
import { ExportLogService } from './export-log.service.js';
import { ExportService } from './export.service.js';

const COURSES_DESCRIPTION =
  'With the score, date, reason and note of every visit. Left out are the 18 item answers, visits that were answered ' +
  'without a total or taken back, and earlier versions.';
const SCORES_DESCRIPTION =
  'The current version of each, with who recorded it and when. The last column, `course_status`, says of ' +
  'the course as of today: active, completed, stopped or lost. Left out are the reasons of amendments and overrides, and earlier versions, ' +
  'which the history of a slot has.';

@ApiTags('Spreadsheets')
@Controller('v1/exports')
export class ExportController {
  constructor(
    private readonly service: ExportService,
    private readonly log: ExportLogService,
  ) {}

  /** What was exported, by whom and when, latest first */
  @Get()
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<RecordedExportResponse>> {
    return this.log.list(actor, query);
  }

  /** Every course of the clinic, one row each, with the columns that an import takes */
  @Get('courses.csv')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({ description: COURSES_DESCRIPTION })
  @CsvResponse(courseExample)
  @ProblemResponses(422)
  async courses(@CurrentActor() actor: Actor, @Query() query: CsvQuery): Promise<StreamableFile> {
    const file = await this.service.file(actor, 'courses', 'csv', query);
    return asAttachment(file, 'courses.csv', CSV_TYPE);
  }

  /** Every course of the clinic as an Excel workbook, with the columns that an import takes */
  @Get('courses.xlsx')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({ description: COURSES_DESCRIPTION })
  @WorkbookResponse()
  async coursesWorkbook(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const file = await this.service.file(actor, 'courses', 'xlsx');
    return asAttachment(file, 'courses.xlsx', WORKBOOK_TYPE);
  }

  /** Every score, missed visit and entry taken back, one row each, with the item answers */
  @Get('scores.csv')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({ description: SCORES_DESCRIPTION })
  @CsvResponse(scoreExample)
  @ProblemResponses(422)
  async scores(@CurrentActor() actor: Actor, @Query() query: CsvQuery): Promise<StreamableFile> {
    const file = await this.service.file(actor, 'scores', 'csv', query);
    return asAttachment(file, 'scores.csv', CSV_TYPE);
  }

  /** Every score, missed visit and entry taken back as an Excel workbook */
  @Get('scores.xlsx')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({ description: SCORES_DESCRIPTION })
  @WorkbookResponse()
  async scoresWorkbook(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const file = await this.service.file(actor, 'scores', 'xlsx');
    return asAttachment(file, 'scores.xlsx', WORKBOOK_TYPE);
  }
}

const CSV_TYPE = 'text/csv; charset=utf-8';

function asAttachment(file: Readable, name: string, type: string): StreamableFile {
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(file, { type, disposition });
}
