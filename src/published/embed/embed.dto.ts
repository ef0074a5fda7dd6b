import { IsIn, IsOptional } from 'class-validator';
import { COLOURS, type Colours } from '../pages/page-layout.js';

/** How an embed looks. */
export class EmbedQuery {
  /** As the reader has set, or always the same. */
  @IsOptional()
  @IsIn(COLOURS, { message: `The colours must be one of ${COLOURS.join(', ')}.` })
  colours: Colours = 'auto';
}
