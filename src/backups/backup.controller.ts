import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../staff/sessions/access.js';
import { toBackupsResponse, type BackupsResponse } from './backup.dto.js';
import { BackupScheduleService } from './schedule.service.js';

@ApiTags('Backups')
@Controller('v1/backups')
export class BackupController {
  constructor(private readonly schedule: BackupScheduleService) {}

  /** The backups of this server, and why there is none where there should be one */
  @Get()
  @Roles('director')
  @ApiOperation({})
  list(): BackupsResponse {
    return toBackupsResponse(this.schedule.state());
  }
}
