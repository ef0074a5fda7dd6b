import { Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SavesNothing } from '../../http/only-asked.js';
import { ProblemResponses } from '../../http/openapi.js';
import { PageQuery } from '../../http/page.dto.js';
import type { Page } from '../../http/page.js';
import { WithLinkToNext } from '../../http/incoming/response-headers.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClientGone } from './client-gone.js';
import { type ColumnMeaningsResponse, ImportQuery, ReadingQuery, type CommittedImportResponse } from './import.dto.js';
import { ImportedResponse, ReadResponse, TakesSpreadsheet } from './import-example.js';
import { ImportLogService } from './import-log.service.js';
import { ImportUploadService } from './import-upload.service.js';

@ApiTags('Spreadsheets')
@Controller('v1/imports')
export class ImportController {
  constructor(
    private readonly uploads: ImportUploadService,
    private readonly log: ImportLogService,
  ) {}

  /** What was imported, by whom and when, latest first */
  @Get()
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<CommittedImportResponse>> {
    return this.log.list(actor, query);
  }

  /** What a column of a spreadsheet may mean, in the order of a course */
  @Get('columns')
  @Roles('director')
  @ApiOperation({})
  columns(): ColumnMeaningsResponse {
    return this.uploads.columns();
  }

  /** Read a spreadsheet, CSV or Excel workbook, into rows of text, to look at it and to say what its columns mean */
  @Post('readings')
  @SavesNothing()
  @Roles('director')
  @HttpCode(200)
  @ApiOperation({})
  @TakesSpreadsheet()
  @ReadResponse()
  @ProblemResponses(400, 413, 415, 422, 429)
  async look(
    @CurrentActor() actor: Actor,
    @Query() query: ReadingQuery,
    @Req() { body, headers }: FastifyRequest,
    @ClientGone() signal: AbortSignal,
  ): Promise<StreamableFile> {
    return this.uploads.look(actor, body, query, { headers, signal });
  }

  /** Check a spreadsheet, CSV or Excel workbook, one row a course or a visit, or save it with `commit=true` */
  @Post()
  @Roles('director')
  @HttpCode(200)
  @ApiOperation({})
  @TakesSpreadsheet()
  @ImportedResponse()
  @ProblemResponses(400, 409, 413, 415, 422, 429)
  async import(
    @CurrentActor() actor: Actor,
    @Query() query: ImportQuery,
    @Req() { body, headers }: FastifyRequest,
    @ClientGone() signal: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.uploads.take(actor, body, query, { headers, signal });
    void reply.status(answer.status).headers(answer.headers);
    return answer.body;
  }
}
