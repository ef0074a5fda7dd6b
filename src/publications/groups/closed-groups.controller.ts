import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { CloseAgainService } from './close-again.service.js';
import { ClosedGroupsQuery, type ClosedGroupsResponse } from './closed-groups.dto.js';
import { PublicChoicesService } from './public-choices.service.js';

@ApiTags('Publications')
@Controller('v1/publications/groups')
export class ClosedGroupsController {
  constructor(
    private readonly choices: PublicChoicesService,
    private readonly closings: CloseAgainService,
  ) {}

  /** What can be published of a cohort: its closed groups, the one that is filling, and what each choice would say */
  @Get()
  @Roles('marketing', 'director')
  @ApiOperation({})
  @ProblemResponses(422)
  async list(@CurrentActor() actor: Actor, @Query() query: ClosedGroupsQuery): Promise<ClosedGroupsResponse> {
    return this.choices.read(actor, query);
  }

  /**
   * Close all groups again, with the courses as they are now: once a year, or when 11 persons of each that changed did
   * @returns The groups of all courses of the first public cohort. One in which 1 to 10 persons changed stays as it was.
   */
  @Post('editions')
  @Roles('director')
  @HttpCode(200)
  @ApiOperation({})
  @ProblemResponses(409)
  async closeAgain(@CurrentActor() actor: Actor): Promise<ClosedGroupsResponse> {
    const query = await this.closings.closeAgain(actor);
    return this.choices.read(actor, query);
  }
}
