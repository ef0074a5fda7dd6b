import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from './access.js';

const SETUP = `Set up the clinic with the token of your link (what follows the #):

  curl URL/v1/setup --json '{
    "token": "TOKEN",
    "clinic": { "name": "Riverside Ketamine Clinic", "timeZone": "America/Denver" },
    "director": { "name": "Dana Reyes", "email": "you@example.org", "password": "at least 12 characters" }
  }'
`;

const PASSWORD = `Choose a password with the token of your link (what follows the #):

  curl URL/v1/one-time-links/redemption --json '{ "token": "TOKEN", "password": "at least 12 characters" }'
`;

/** What somebody sees who opens a one-time link in a browser. */
@ApiTags('Set-up and links')
@Controller()
export class LinkHelpController {
  /** How to use a set-up link */
  @Get('setup')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({})
  @ApiOkResponse({ content: { 'text/plain': { example: SETUP } } })
  setUp(): string {
    return SETUP;
  }

  /** How to use an invitation */
  @Get('invitation')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({})
  @ApiOkResponse({ content: { 'text/plain': { example: PASSWORD } } })
  invitation(): string {
    return PASSWORD;
  }

  /** How to use a link for a new password */
  @Get('password-reset')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({})
  @ApiOkResponse({ content: { 'text/plain': { example: PASSWORD } } })
  passwordReset(): string {
    return PASSWORD;
  }
}
