import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id-pipe.js';
import { ProblemResponses } from '../http/openapi.js';
import { PageQuery } from '../http/page.dto.js';
import type { Page } from '../http/page.js';
import { WithEtag, WithLinkToNext } from '../http/incoming/response-headers.js';
import { IfMatch } from '../http/version.js';
import { CurrentActor, FreshCode, Roles, TokenScope } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import { ApprovalRequest } from './approval/approval.dto.js';
import { ApprovePublicationService } from './approval/approve-publication.service.js';
import { InvalidatesPublicCache } from './cache-invalidation/invalidates-public-cache.js';
import { NewPublication, PublicationChange } from './drafting/draft.dto.js';
import { DraftService } from './drafting/draft.service.js';
import { DriftService } from './drift/drift.service.js';
import type { PublicationTodayResponse } from './drift/publication-today.dto.js';
import type { PublicationDetailResponse } from './publication-detail.dto.js';
import type { PublicationResponse, ListedPublicationResponse } from './publication.dto.js';
import { PublicationService } from './publication.service.js';
import { WithdrawPublicationService } from './withdrawal/withdraw-publication.service.js';
import { WithdrawalRequest } from './withdrawal/withdrawal.dto.js';

@ApiTags('Publications')
@Controller('v1/publications')
export class PublicationController {
  constructor(
    private readonly publications: PublicationService,
    private readonly drafts: DraftService,
    private readonly approval: ApprovePublicationService,
    private readonly withdrawal: WithdrawPublicationService,
    private readonly drift: DriftService,
  ) {}

  /** Publications and drafts of the clinic, latest draft first */
  @Get()
  @Roles('marketing', 'director')
  @TokenScope('published:read')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ListedPublicationResponse>> {
    return this.publications.list(actor, query);
  }

  /** Draft a publication: whom it is about, and which figures and charts */
  @Post()
  @Roles('marketing', 'director')
  @WithEtag()
  @ApiOperation({})
  @ApiHeader({ name: 'Idempotency-Key', required: false, example: '7c1f2d' })
  @ProblemResponses(409, 422, 'key-reused')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewPublication,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationResponse> {
    const publication = await this.drafts.create(actor, body, key);
    void reply.header('location', `/v1/publications/${publication.id}`);
    return publication;
  }

  /**
   * One publication: a draft with what would be public now, another with its frozen document
   * @returns A draft has a `preview`, made of the records as they are now, with numbers for directors only; everything
   *   else has its frozen `document`.
   */
  @Get(':id')
  @Roles('marketing', 'director')
  @TokenScope('published:read')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PublicationDetailResponse> {
    return this.publications.read(actor, id);
  }

  /** Change a draft; a change that changes nothing leaves its version as it is */
  @Patch(':id')
  @Roles('marketing', 'director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(400, 404, 409, 412, 422, 428)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: PublicationChange,
    @IfMatch() version: number,
  ): Promise<PublicationResponse> {
    return this.drafts.change(actor, id, version, body);
  }

  /** Discard a draft */
  @Delete(':id')
  @Roles('marketing', 'director')
  @HttpCode(204)
  @ApiOperation({})
  @ProblemResponses(400, 404, 409, 412, 428)
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.drafts.discard(actor, id, version);
  }

  /** Approve a draft of somebody else: freezes and signs what the preview showed, and makes it public */
  @Post(':id/approval')
  @FreshCode()
  @Roles('director')
  @InvalidatesPublicCache()
  @HttpCode(200)
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404, 409, 422, ...(['figures-changed', 'would-disclose', 'cannot-sign'] as const))
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ApprovalRequest,
  ): Promise<PublicationResponse> {
    return this.approval.approve(actor, id, body);
  }

  /** Withdraw what is public, also what was superseded, and say why; its own addresses answer with the reason from now on */
  @Post(':id/withdrawal')
  @Roles('director')
  @InvalidatesPublicCache()
  @HttpCode(200)
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(404, 409, 422)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawalRequest,
  ): Promise<PublicationResponse> {
    return this.withdrawal.withdraw(actor, id, body);
  }

  /**
   * What a publication would say today beside what it says, and how its courses moved since
   * @returns Every figure as it was published and as it would be today, both in public rounding.
   */
  @Get(':id/today')
  @Roles('director')
  @ApiOperation({})
  @ProblemResponses(404, 409)
  async today(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PublicationTodayResponse> {
    return this.drift.today(actor, id);
  }
}
