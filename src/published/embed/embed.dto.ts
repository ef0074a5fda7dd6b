import { IsIn, IsOptional, Matches } from 'class-validator';
import { COLOR_SCHEMES, type ColorScheme } from '../pages/page-layout.js';
import { IsLocale } from '../../http/is-locale.js';

/** How much an embed shows: one figure large, the figures beside each other, or all with the chart and the caveats. */
export const EMBED_LAYOUTS = ['full', 'row', 'headline'] as const;
export type EmbedLayout = (typeof EMBED_LAYOUTS)[number];

const COLORS = { message: `The colors must be one of ${COLOR_SCHEMES.join(', ')}.` };
const FIGURES = {
  message: 'Name the figures by set and name with commas between them: starters.response,completers.response.',
};

/** What an embed shows of a publication, and how. */
export class EmbedQuery {
  /** As the reader has set, or always the same */
  @IsOptional()
  @IsIn(COLOR_SCHEMES, COLORS)
  colors?: ColorScheme;

  /** The earlier name of `colors`, which pages go on using */
  @IsOptional()
  @IsIn(COLOR_SCHEMES, COLORS)
  colours?: ColorScheme;

  @IsOptional()
  @IsIn(EMBED_LAYOUTS, { message: `The layout must be one of ${EMBED_LAYOUTS.join(', ')}.` })
  layout: EmbedLayout = 'full';

  /** Those to show, beside what every publication has, which is always shown; without it all */
  @IsOptional()
  @Matches(/^[A-Za-z0-9]+\.[A-Za-z0-9]+(,[A-Za-z0-9]+\.[A-Za-z0-9]+){0,30}$/, FIGURES)
  figures?: string;

  /** How numbers and dates are written, in place of the clinic's way */
  @IsOptional()
  @IsLocale()
  locale?: string;
}
