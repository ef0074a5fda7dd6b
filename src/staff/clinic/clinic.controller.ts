import { Body, Controller, Get, Patch, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ProblemResponses } from '../../http/openapi.js';
import { WithEtag } from '../../http/response-headers.js';
import { versionOf } from '../../http/version.js';
import { CurrentActor, Roles } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { ClinicChange, type ClinicSettingsResponse, type ClinicianListResponse } from './clinic.dto.js';
import { ClinicService } from './clinic.service.js';

@ApiTags('Clinic')
@Controller('v1/clinic')
export class ClinicController {
  constructor(private readonly service: ClinicService) {}

  /** The clinic of who is signed in: its name, zone, day and crisis resources */
  @Get()
  @Roles('clinician', 'director', 'marketing')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(401)
  async read(@CurrentActor() actor: Actor): Promise<ClinicSettingsResponse> {
    return this.service.read(actor);
  }

  /** Whom a course can name as the treating clinician: names only, also of those who have left */
  @Get('clinicians')
  @Roles('clinician', 'director')
  @ApiOperation({})
  @ProblemResponses(401, 403)
  async clinicians(@CurrentActor() actor: Actor): Promise<ClinicianListResponse> {
    return this.service.clinicians(actor);
  }

  /** Change the clinic's name, time zone or crisis resources */
  @Patch()
  @Roles('director')
  @WithEtag()
  @ApiOperation({})
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ProblemResponses(400, 401, 403, 409, 412, 422, 428)
  async change(
    @CurrentActor() actor: Actor,
    @Body() body: ClinicChange,
    @Req() request: FastifyRequest,
  ): Promise<ClinicSettingsResponse> {
    return this.service.change(actor, versionOf(request.headers), body);
  }
}
