import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const CURSOR = { message: 'The cursor must be the one of a Link header.' };
const LIMIT = { message: 'The limit must be a whole number from 1 to 200.' };

/** Which part of a list: everything after a cursor, at most so many. */
export class PageQuery {
  /**
   * Where the page before ended; taken from its `Link` header
   * @example "eyJjaGFydE51bWJlciI6IkExMDIifQ"
   */
  @IsOptional()
  @IsString(CURSOR)
  @MaxLength(500, CURSOR)
  after?: string;

  /**
   * Entries a page, 1-200
   * @example 50
   */
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt(LIMIT)
  @Min(1, LIMIT)
  @Max(200, LIMIT)
  limit: number = 50;
}
