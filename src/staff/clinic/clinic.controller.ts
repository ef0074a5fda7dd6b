import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { WithEtag } from '../../http/incoming/response-headers.js';
import { IfMatch } from '../../http/version.js';
import { CurrentActor, FreshCode, Roles } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { ClinicChange, type ClinicSettingsResponse, type ClinicianListResponse } from './clinic.dto.js';
import { ClinicService } from './clinic.service.js';

@ApiTags('Clinic')
@Controller('v1/clinic')
export class ClinicController {
  constructor(private readonly service: ClinicService) {}

  /** The clinic of the person signed in: its name, zone, day and crisis resources */
  @Get()
  @Roles('clinician', 'director', 'marketing')
  @WithEtag()
  @ApiOperation({})
  async read(@CurrentActor() actor: Actor): Promise<ClinicSettingsResponse> {
    return this.service.read(actor);
  }

  /** Whom a course can name as the treating clinician: names only, also of those who have left */
  @Get('clinicians')
  @Roles('clinician', 'director')
  @ApiOperation({})
  async clinicians(@CurrentActor() actor: Actor): Promise<ClinicianListResponse> {
    return this.service.clinicians(actor);
  }

  /** Change the clinic's name, time zone or crisis resources */
  @Patch()
  @FreshCode()
  @Roles('director')
  @WithEtag()
  @ApiOperation({})
  @ProblemResponses(400, 409, 412, 422, 428)
  async change(
    @CurrentActor() actor: Actor,
    @Body() body: ClinicChange,
    @IfMatch() version: number,
  ): Promise<ClinicSettingsResponse> {
    return this.service.change(actor, version, body);
  }
}
