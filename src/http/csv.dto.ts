import { IsIn, IsOptional } from 'class-validator';

/** By which Excel knows UTF-8; a program would take it for part of the first name. */
const BYTE_ORDER_MARK = '\uFEFF';

/** How a table is written as CSV. */
export class CsvQuery {
  /**
   * `true` begins the file with a byte order mark, by which Excel knows UTF-8
   * @example "false"
   */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'Write bom=true or bom=false.' })
  bom?: 'true' | 'false';
}

/** What the file begins with. */
export function csvBeginning({ bom }: CsvQuery): string {
  return bom === 'true' ? BYTE_ORDER_MARK : '';
}
