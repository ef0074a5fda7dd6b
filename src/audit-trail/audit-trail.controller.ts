import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WorkbookResponse } from '../drawing/download.js';
import { WORKBOOK_TYPE } from '../drawing/workbook-chunks.js';
import { WithLinkToNext } from '../http/incoming/response-headers.js';
import { ProblemResponses } from '../http/openapi.js';
import type { Page } from '../http/page.js';
import { CurrentActor, FreshCode, Roles } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import { AuditEventQuery, AuditFileQuery, AuditFilterQuery, type AuditEventResponse } from './audit-trail.dto.js';
import { AuditTrailService } from './audit-trail.service.js';

const EXAMPLE =
  'position,at,staff_id,staff_name,action,subject_id,patient_id,chart_number,about_name,detail,address,request_id\n' +
  '1042,2026-03-20T17:00:00.250Z,019a5c1e-8f00-7000-8000-000000000002,Dana,patient.changed,' +
  '019a5c1e-8f00-7000-8000-000000000003,019a5c1e-8f00-7000-8000-000000000003,A-1042,,initials,203.0.113.7,r-1\n';

@ApiTags('Audit')
@Controller('v1')
export class AuditTrailController {
  constructor(private readonly service: AuditTrailService) {}

  /** Who did what, latest first: in the clinic, to one patient, or by one person */
  @Get('audit-events')
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: AuditEventQuery): Promise<Page<AuditEventResponse>> {
    return this.service.list(actor, query);
  }

  /** The same as a CSV file, all of it */
  @Get('audit-events.csv')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({})
  @ApiOkResponse({
    description: 'A CSV file in UTF-8, a line each event.',
    content: { 'text/csv': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @ProblemResponses(422)
  async file(@CurrentActor() actor: Actor, @Query() query: AuditFileQuery): Promise<StreamableFile> {
    const disposition = 'attachment; filename="audit-events.csv"';
    const type = 'text/csv; charset=utf-8';
    return new StreamableFile(await this.service.file(actor, query, 'csv'), { type, disposition });
  }

  /** The same as an Excel workbook */
  @Get('audit-events.xlsx')
  @FreshCode()
  @Roles('director')
  @Header('cache-control', 'no-store')
  @ApiOperation({})
  @WorkbookResponse()
  @ProblemResponses(422)
  async workbook(@CurrentActor() actor: Actor, @Query() query: AuditFilterQuery): Promise<StreamableFile> {
    const disposition = 'attachment; filename="audit-events.xlsx"';
    return new StreamableFile(await this.service.file(actor, query, 'xlsx'), { type: WORKBOOK_TYPE, disposition });
  }
}
