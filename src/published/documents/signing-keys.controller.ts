import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForAnybody } from './for-anybody.js';
import { KeySet } from './published.dto.js';
import { PublishedService } from './published.service.js';
import type { Answer } from './representation.js';

@ApiTags('Published')
@Controller('.well-known/cudos-signing-keys')
export class SigningKeysController {
  constructor(private readonly service: PublishedService) {}

  /** The public keys that publications are signed with, also those that sign no more, as a JSON Web Key Set */
  @Get()
  @ForAnybody()
  @ApiOperation({})
  @ApiOkResponse({ type: KeySet })
  async keys(): Promise<Answer> {
    return this.service.keys();
  }
}
