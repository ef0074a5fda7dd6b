import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi.js';
import { describeProblemType } from '../http/problem.js';
import type { ProblemTypeResponse } from '../http/problem-type.dto.js';
import { Public } from '../staff/sessions/access.js';

@ApiTags('Problems')
@Controller('problems')
export class ProblemTypesController {
  /** What a problem's `type` means */
  @Get(':type')
  @Public()
  @ApiOperation({})
  @ProblemResponses(404)
  describe(@Param('type') type: string): ProblemTypeResponse {
    return describeProblemType(type);
  }
}
