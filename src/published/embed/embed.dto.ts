import { IsIn, IsOptional } from 'class-validator';

const COLOURS = ['auto', 'light', 'dark'] as const;

/** How an embed looks. */
export class EmbedQuery {
  /** As the reader has set, or always the same. */
  @IsOptional()
  @IsIn(COLOURS, { message: `The colours must be one of ${COLOURS.join(', ')}.` })
  colours: (typeof COLOURS)[number] = 'auto';
}
