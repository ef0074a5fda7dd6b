import { IsIn, IsOptional } from 'class-validator';
import { COLOR_SCHEMES, type ColorScheme } from '../pages/page-layout.js';

/** How an embed looks. */
export class EmbedQuery {
  /** As the reader has set, or always the same. */
  @IsOptional()
  @IsIn(COLOR_SCHEMES, { message: `The colours must be one of ${COLOR_SCHEMES.join(', ')}.` })
  colours: ColorScheme = 'auto';
}
