import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from './public-route.js';
import type { KeySetResponse } from './published-document.dto.js';
import { PublishedDocumentService } from './published-document.service.js';
import type { PublicResponse } from './public-response.js';

@ApiTags('Published')
@Controller('.well-known/cudos-signing-keys')
export class SigningKeysController {
  constructor(private readonly service: PublishedDocumentService) {}

  /** The public keys that publications are signed with, also those that sign no more, as a JSON Web Key Set */
  @Get()
  @PublicRoute()
  @ApiOperation({})
  async keys(): Promise<PublicResponse<KeySetResponse>> {
    return this.service.keys();
  }
}
