import { IsIn, IsOptional } from 'class-validator';

export class ExportQuery {
  /**
   * `true` begins the file with a byte order mark, by which Excel knows UTF-8
   * @example "false"
   */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'Write bom=true or bom=false.' })
  bom?: 'true' | 'false';
}
