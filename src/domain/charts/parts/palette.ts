import { isFew } from '../../statistics/small-numbers.js';

/**
 * The colors of every chart: Okabe and Ito's, distinct to readers with any color vision, and
 * dark enough for lines on white. Source: Okabe and Ito (2008), https://jfly.uni-koeln.de/color/.
 */
export const COLORS = {
  blue: '#0072B2',
  skyBlue: '#56B4E9',
  vermilion: '#D55E00',
  orange: '#E69F00',
  green: '#009E73',
  purple: '#CC79A7',
  yellow: '#F0E442',
  gray: '#999999',
  ink: '#222222',
  muted: '#555555',
  grid: '#E2E2E2',
  paper: '#FFFFFF',
} as const;

/**
 * In which color is what counts so many courses filled?
 *
 * Input: a color as Chart.js takes it, and how many courses are behind the bar or point. Output: gray under ten, else the color.
 *
 * Example: `weighted('#0072B2', 9)` is a gray.
 */
export function weighted(color: string, n: number): string {
  return isFew(n) ? faded(COLORS.gray, 0.45) : color;
}

/** Dark enough for small letters on every band of severity. */
export const NAME_COLORS = { blue: '#00568A', vermilion: '#8F3F00' } as const;

/**
 * In which color is a line of this color named?
 *
 * Input: a color of the palette. Output: the same, or one of its hue in which small letters can be read.
 *
 * Source: Web Content Accessibility Guidelines 2.2, success criterion 1.4.3 (4.5 to 1).
 *
 * Example: `nameColorOf('#0072B2')` is `#00568A`.
 */
export function nameColorOf(color: string): string {
  if (color === COLORS.blue) return NAME_COLORS.blue;
  return color === COLORS.vermilion ? NAME_COLORS.vermilion : color;
}

/** Nothing to see: for datasets that only bound a filled area. */
export const TRANSPARENT = 'rgba(0,0,0,0)';

/**
 * What is this color like when other things must show through it?
 *
 * Input: a color `#RRGGBB` and an opacity 0-1. Output: the same color as Chart.js takes it with
 * that opacity. A text that is no such color gives one Chart.js can't draw.
 *
 * Source: CSS Color Module Level 4, https://www.w3.org/TR/css-color-4/.
 *
 * Example: `faded('#0072B2', 0.5)` is `rgba(0,114,178,0.5)`.
 */
export function faded(color: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${parts.join(',')},${opacity})`;
}
