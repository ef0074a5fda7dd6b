import { BAND_COLOURS, BAND_EDGE } from './bands.js';
import type { Chart, Json } from './chart.js';
import { COLOURS, faded } from './palette.js';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a chart is painted on. */
export const BACKGROUNDS: Readonly<Record<Theme, string>> = {
  light: COLOURS.paper,
  dark: '#1A1B1E',
};

/**
 * What each colour of a chart is on a dark background: text and lines light, bands one hue that grows
 * lighter with severity, and series light enough to be told from background and bands.
 */
const ON_DARK: Readonly<Record<string, string>> = {
  [COLOURS.ink]: '#E9ECEF',
  [COLOURS.muted]: '#B4BAC0',
  [COLOURS.grid]: '#3A3D42',
  [COLOURS.paper]: BACKGROUNDS.dark,
  [COLOURS.blue]: '#4DA3DB',
  [COLOURS.skyBlue]: '#9AD4F5',
  [COLOURS.vermilion]: '#F0813A',
  [COLOURS.green]: '#2DBE94',
  [BAND_COLOURS.nonDepressed]: '#1D2126',
  [BAND_COLOURS.minimal]: '#1F2730',
  [BAND_COLOURS.mild]: '#212E3B',
  [BAND_COLOURS.moderate]: '#243646',
  [BAND_COLOURS.severe]: '#273F53',
  [BAND_EDGE]: '#3F5A72',
};

/**
 * What does this chart look like on a light or on a dark background?
 *
 * Input: a chart as this service makes it, and the theme. Output: the same chart with the colours of the
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
    ...(recoloured(dataset) as typeof dataset),
    data: dataset.data,
  }));
  return { ...chart, data: { ...data, datasets }, options: recoloured(options) };
}

function recoloured(value: Json): Json {
  if (typeof value === 'string') return onDark(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(recoloured);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recoloured(part)]));
}

function onDark(colour: string): string {
  const [, red, green, blue, opacity] = /^rgba\((\d+),(\d+),(\d+),([\d.]+)\)$/.exec(colour) ?? [];
  if (opacity === undefined) return ON_DARK[colour] ?? colour;
  const hex = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  const dark = ON_DARK[`#${hex.toUpperCase()}`];
  return dark === undefined ? colour : faded(dark, Number(opacity));
}
