import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { WorkbookResponse } from '../../drawing/download.js';
import { CsvQuery } from '../../http/csv.dto.js';
import { ProblemResponses } from '../../http/openapi.js';
import type { Page } from '../../http/page.js';
import type { PublicResponse } from './public-response.js';
import { PublicRoute } from './public-route.js';
import { PublishedDocumentService } from './published-document.service.js';
import { DocumentPageQuery, type DocumentJson, type ListedDocumentResponse } from './published-document.dto.js';
import { DocumentIdParam, FiguresCsvResponse, SlugParam } from './published-document-responses.js';

@ApiTags('Published')
@Controller('v1/published')
export class PublishedDocumentController {
  constructor(private readonly service: PublishedDocumentService) {}

  /** The current publications of this server, by slug */
  @Get()
  @PublicRoute()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@Query() query: DocumentPageQuery): Promise<PublicResponse<Page<ListedDocumentResponse>>> {
    return this.service.list(query);
  }

  /** Ladder and figures of the current publication of a slug as CSV */
  @Get(':slug.csv')
  @PublicRoute()
  @ApiOperation({})
  @SlugParam()
  @FiguresCsvResponse()
  @ProblemResponses(404, 410, 422)
  async currentCsv(@Param('slug') slug: string, @Query() query: CsvQuery): Promise<PublicResponse> {
    return this.service.csv({ slug }, query);
  }

  /** Ladder and figures of the current publication of a slug as an Excel workbook */
  @Get(':slug.xlsx')
  @PublicRoute()
  @ApiOperation({})
  @SlugParam()
  @WorkbookResponse()
  @ProblemResponses(404, 410)
  async currentWorkbook(@Param('slug') slug: string): Promise<PublicResponse> {
    return this.service.workbook({ slug });
  }

  /**
   * The current publication of a slug, as it was signed
   * @returns The canonical bytes that were signed. With `If-None-Match` and an ETag that still holds: 304 without a body.
   */
  @Get(':slug')
  @PublicRoute()
  @ApiOperation({})
  @SlugParam()
  @ProblemResponses(404, 410)
  async current(@Param('slug') slug: string): Promise<PublicResponse<DocumentJson>> {
    return this.service.document({ slug });
  }

  /** Ladder and figures of one publication as CSV */
  @Get('snapshots/:id.csv')
  @PublicRoute()
  @ApiOperation({})
  @DocumentIdParam()
  @FiguresCsvResponse()
  @ProblemResponses(404, 410, 422)
  async csv(@Param('id') id: string, @Query() query: CsvQuery): Promise<PublicResponse> {
    return this.service.csv({ id }, query);
  }

  /** Ladder and figures of one publication as an Excel workbook */
  @Get('snapshots/:id.xlsx')
  @PublicRoute()
  @ApiOperation({})
  @DocumentIdParam()
  @WorkbookResponse()
  @ProblemResponses(404, 410)
  async workbook(@Param('id') id: string): Promise<PublicResponse> {
    return this.service.workbook({ id });
  }

  /**
   * One publication as it was signed, which never changes
   * @returns The canonical bytes that were signed. With `If-None-Match` and an ETag that still holds: 304 without a body.
   */
  @Get('snapshots/:id')
  @PublicRoute()
  @ApiOperation({})
  @DocumentIdParam()
  @ProblemResponses(404, 410)
  async document(@Param('id') id: string): Promise<PublicResponse<DocumentJson>> {
    return this.service.document({ id });
  }
}
