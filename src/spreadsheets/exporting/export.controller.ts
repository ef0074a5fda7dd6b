import type { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { PageQuery } from '../../http/page.dto.js';
import type { Page } from '../../http/page.js';
import { WithLinkToNext } from '../../http/response-headers.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ExportQuery, type RecordedExportResponse } from './export.dto.js';
import { CsvResponse, courseExample, scoreExample } from './export-example.js';
import { ExportLogService } from './export-log.service.js';
import { ExportService } from './export.service.js';

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
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    description:
      'With the score, date, reason and note of every visit. Left out are the 18 item answers, visits that were answered ' +
      'without a total or taken back, and earlier versions.',
  })
  @CsvResponse(courseExample)
  @ProblemResponses(422)
  async courses(@CurrentActor() actor: Actor, @Query() { bom }: ExportQuery): Promise<StreamableFile> {
    const file = await this.service.courseFile(actor, { bom: bom === 'true' });
    return asAttachment(file, 'courses.csv');
  }

  /** Every score, missed visit and entry taken back, one row each, with the item answers */
  @Get('scores.csv')
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    description:
      'The current version of each, with who recorded it and when. Left out are the reasons of amendments and ' +
      'overrides, and earlier versions, which the history of a slot has.',
  })
  @CsvResponse(scoreExample)
  @ProblemResponses(422)
  async scores(@CurrentActor() actor: Actor, @Query() { bom }: ExportQuery): Promise<StreamableFile> {
    const file = await this.service.scoreFile(actor, { bom: bom === 'true' });
    return asAttachment(file, 'scores.csv');
  }
}

function asAttachment(file: Readable, name: string): StreamableFile {
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(file, { type: 'text/csv; charset=utf-8', disposition });
}
