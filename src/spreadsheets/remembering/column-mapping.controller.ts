import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../http/id-pipe.js';
import { ProblemResponses } from '../../http/openapi.js';
import { CurrentActor, Roles } from '../../staff/sessions/access.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { ColumnMappingsResponse } from './column-mapping.dto.js';
import { ColumnMappingService } from './column-mapping.service.js';

@ApiTags('Spreadsheets')
@Controller('v1/imports/mappings')
export class ColumnMappingController {
  constructor(private readonly mappings: ColumnMappingService) {}

  /** What the clinic has said the columns of its spreadsheets mean; files with the same names are read so */
  @Get()
  @Roles('director')
  @ApiOperation({})
  async list(@CurrentActor() actor: Actor): Promise<ColumnMappingsResponse> {
    return this.mappings.list(actor);
  }

  /** Forget it: the next file with these names is understood by its headers */
  @Delete(':id')
  @Roles('director')
  @HttpCode(204)
  @ApiOperation({})
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async forget(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.mappings.forget(actor, id);
  }
}
