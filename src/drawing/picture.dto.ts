import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { THEMES, type Theme } from '../domain/charts/parts/themes.js';

const WIDTH = { message: 'The width must be a whole number of pixels from 200 to 2000.' };

/** How large and on which background a chart is drawn. */
export class PictureQuery {
  /**
   * Width in CSS pixels, 200-2000; a PNG has two by two pixels for each of them
   * @example 800
   */
  @IsOptional()
  @Type(() => Number)
  @Max(2000, WIDTH)
  @Min(200, WIDTH)
  @IsInt(WIDTH)
  width: number = 800;

  /**
   * Dark on a light background, or light on a dark one
   * @example "light"
   */
  @IsOptional()
  @IsIn(THEMES, { message: `The theme must be one of ${THEMES.join(', ')}.` })
  theme: Theme = 'light';
}
