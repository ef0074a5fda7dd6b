import { BAND_COLORS, BAND_EDGE } from './bands.js';
import type { Chart, Json } from './chart.js';
import { COLORS, faded, NAME_COLORS } from './palette.js';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a chart is painted on. */
export const BACKGROUNDS: Readonly<Record<Theme, string>> = {
  light: COLORS.paper,
  dark: '#1A1B1E',
};

/**
 * What each color of a chart is on a dark background: text and lines light, bands one hue that grows
 * lighter with severity, and series light enough to be distinct from background and bands.
 */
const ON_DARK: Readonly<Record<string, string>> = {
  [COLORS.ink]: '#E9ECEF',
  [COLORS.muted]: '#B4BAC0',
  [COLORS.grid]: '#3A3D42',
  [COLORS.paper]: BACKGROUNDS.dark,
  [COLORS.blue]: '#4DA3DB',
  [COLORS.skyBlue]: '#9AD4F5',
  [COLORS.vermilion]: '#F0813A',
  [COLORS.green]: '#2DBE94',
  // Lighter than blue also to those who see no color.
  [COLORS.orange]: '#FFC24D',
  [COLORS.yellow]: '#FFF7B0',
  [NAME_COLORS.blue]: '#7CC4F2',
  [NAME_COLORS.vermilion]: '#F4A06B',
  [BAND_COLORS.nonDepressed]: '#1D2126',
  [BAND_COLORS.minimal]: '#1F2730',
  [BAND_COLORS.mild]: '#212E3B',
  [BAND_COLORS.moderate]: '#243646',
  [BAND_COLORS.severe]: '#273F53',
  [BAND_EDGE]: '#3F5A72',
};

/**
 * What does this chart look like on a light or on a dark background?
 *
 * Input: a chart as this service makes it, and the theme. Output: the same chart with the colors of the
 * theme in text, grid, bands and series; the one for `light` is the chart itself. Paint `BACKGROUNDS` beneath
 * it.
 *
 * Source: Web Content Accessibility Guidelines 2.2, success criteria 1.4.3 and 1.4.11 (contrast).
 *
 * @example inTheme(chart, 'dark').options.plugins.title.color // '#E9ECEF'
 */
export function inTheme<Some extends Pick<Chart, 'data' | 'options'>>(chart: Some, theme: Theme): Some {
  if (theme === 'light') return chart;
  const { data, options } = chart;
  const datasets = data.datasets.map((dataset) => ({
    ...(recolored(dataset) as typeof dataset),
    data: dataset.data,
  }));
  return { ...chart, data: { ...data, datasets }, options: recolored(options) };
}

function recolored(value: Json): Json {
  if (typeof value === 'string') return onDark(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(recolored);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recolored(part)]));
}

function onDark(color: string): string {
  const [, red, green, blue, opacity] = /^rgba\((\d+),(\d+),(\d+),([\d.]+)\)$/.exec(color) ?? [];
  if (opacity === undefined) return ON_DARK[color] ?? color;
  const hex = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  const dark = ON_DARK[`#${hex.toUpperCase()}`];
  return dark === undefined ? color : faded(dark, Number(opacity));
}
