import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDivisibleBy, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PictureQuery } from '../../drawing/picture.dto.js';
import { LAYOUTS, type Layout } from '../../drawing/picture.js';

const WIDTH = { message: 'The width must be 200 to 2000 pixels, in steps of 100.' };

/** How a chart of a publication is drawn. The widths are few, so that each picture can be kept. */
export class PublishedPictureQuery extends OmitType(PictureQuery, ['width']) {
  /**
   * Width in CSS pixels, 200-2000 in steps of 100; a PNG has two by two pixels for each of them
   * @example 800
   */
  @IsOptional()
  @Type(() => Number)
  @IsDivisibleBy(100, WIDTH)
  @Max(2000, WIDTH)
  @Min(200, WIDTH)
  @IsInt(WIDTH)
  width: number = 800;

  /**
   * Laid out for a page, or for a telephone, with larger letters
   * @example "wide"
   */
  @IsOptional()
  @IsIn(LAYOUTS, { message: `The layout must be one of ${LAYOUTS.join(', ')}.` })
  layout: Layout = 'wide';
}
