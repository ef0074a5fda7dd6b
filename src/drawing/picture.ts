import type { Chart } from '../domain/charts/parts/chart.js';
import type { Theme } from '../domain/charts/parts/themes.js';

export type PictureFormat = 'png' | 'svg';

export const MEDIA_TYPES: Readonly<Record<PictureFormat, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** For a page, or for a telephone: narrower and higher, so that the letters are larger. */
export const LAYOUTS = ['wide', 'narrow'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How a chart is to be drawn; the width is in CSS pixels, of which a PNG has two by two each. */
export interface Picture {
  format: PictureFormat;
  width: number;
  theme: Theme;
  /** Wide where nothing is said. */
  layout?: Layout;
}

/** What of a chart is drawn. */
export type DrawableChart = Pick<Chart, 'type' | 'data' | 'options' | 'textAlternative'>;

/** What the thread that draws is sent. */
export interface PictureWanted {
  chart: DrawableChart;
  picture: Picture;
}
