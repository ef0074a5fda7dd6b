import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which part of a list: everything after a cursor, at most so many. */
export class PageQuery {
  /**
   * Where the page before ended; taken from its `Link` header
   * @example "eyJjaGFydE51bWJlciI6IkExMDIifQ"
   */
  @IsOptional()
  @IsString({ message: 'The cursor must be the one of a Link header.' })
  @MaxLength(500, { message: 'The cursor must be the one of a Link header.' })
  after?: string;

  /**
   * Entries a page, 1-200
   * @example 50
   */
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The limit must be a whole number from 1 to 200.' })
  @Min(1, { message: 'The limit must be a whole number from 1 to 200.' })
  @Max(200, { message: 'The limit must be a whole number from 1 to 200.' })
  limit: number = 50;
}
