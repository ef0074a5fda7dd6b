import { createCanvas, SvgExportFlag, type SKRSContext2D } from '@napi-rs/canvas';
import { Chart as ChartJs, registerables, type ChartConfiguration, type ChartItem } from 'chart.js';
import { belongsInLegend } from '../domain/charts/parts/legend.js';
import { CHART_PLUGINS } from '../domain/charts/parts/plugins.js';
import { BACKGROUNDS, inTheme, type Theme } from '../domain/charts/parts/themes.js';
import { withLevelLabels } from './axis-labels.js';
import { fontFamilyFor } from './fonts.js';
import type { DrawableChart, Layout, Picture } from './picture.js';
import { collectTexts, svgOf } from './svg.js';
import { wrappedLines } from './text-lines.js';

/** Every chart is laid out this wide and then scaled, so that it reads the same at every width. */
const LAYOUT_WIDTHS: Readonly<Record<Layout, number>> = { wide: 800, narrow: 420 };
const ASPECT_RATIO = 1.6;
/** Titles and legends take more lines where it is narrow. */
const HIGHEST_NARROW_RATIO = 0.8;
/** A screen of today has two by two pixels for each of CSS. */
const PIXEL_RATIO = 2;
const SIDE_MARGIN = 24;

ChartJs.register(...registerables);

/** Draws a chart on the calling thread: some 50 milliseconds in which nothing else runs on it. */
export function drawChart(chart: DrawableChart, { format, width, theme, layout = 'wide' }: Picture): Buffer {
  const laidOut = LAYOUT_WIDTHS[layout];
  // One chart is drawn at a time on this thread, so what is set here is of this chart.
  ChartJs.defaults.font.family = fontFamilyFor(textOf(chart));
  const height = Math.round(laidOut / ratioOf(chart, layout));
  if (format === 'png') {
    const canvas = createCanvas(laidOut, height);
    const ratio = (PIXEL_RATIO * width) / laidOut;
    return painted(canvas, chart, theme, ratio, () => canvas.toBuffer('image/png'));
  }
  const canvas = createCanvas(laidOut, height, SvgExportFlag.NoPrettyXML);
  const texts = collectTexts(canvas.getContext('2d'));
  const shapes = painted(canvas, chart, theme, 1, () => canvas.getContent().toString());
  const words = { title: titleOf(chart).join(' '), description: chart.textAlternative };
  return Buffer.from(svgOf(shapes, texts, { width, ...words }));
}

function ratioOf({ data, options }: DrawableChart, layout: Layout): number {
  const ratio = Number(options['aspectRatio'] ?? ASPECT_RATIO);
  if (layout === 'wide') return ratio;
  // What has only words has no more than those.
  return data.datasets.length === 0 ? ratio / 2 : Math.min(ratio, HIGHEST_NARROW_RATIO);
}

interface Canvas {
  width: number;
  getContext(type: '2d'): SKRSContext2D;
}

function painted<Image>(
  canvas: Canvas,
  chart: DrawableChart,
  theme: Theme,
  devicePixelRatio: number,
  take: () => Image,
): Image {
  const { type, data, options } = withinWidth(inTheme(chart, theme), canvas);
  // Fonts of all weights in one file are as thin as can be unless told otherwise.
  canvas.getContext('2d').fontVariationSettings = '"wght" 400';
  const drawn = new ChartJs(
    canvas as ChartItem,
    {
      type,
      data,
      options: { ...options, responsive: false, animation: false, devicePixelRatio },
      plugins: [...CHART_PLUGINS, backgroundPlugin(BACKGROUNDS[theme])],
    } as unknown as ChartConfiguration,
  );
  try {
    return take();
  } finally {
    drawn.destroy();
  }
}

interface Painted {
  ctx: Pick<SKRSContext2D, 'fillStyle' | 'fillRect'>;
  width: number;
  height: number;
}

function backgroundPlugin(color: string) {
  return {
    id: 'background',
    beforeDraw: ({ ctx, width, height }: Painted) => {
      ctx.fillStyle = color;
      ctx.fillRect(0, 0, width, height);
    },
  };
}

interface Texts {
  plugins?: { title?: { text?: string | string[] }; subtitle?: { text?: string | string[] } };
}

/** All that is written in a chart. */
function textOf({ data, options }: DrawableChart): string {
  return JSON.stringify([data.labels, data.datasets.map(({ label }) => label), options]);
}

function titleOf({ options }: DrawableChart): string[] {
  return [(options as Texts).plugins?.title?.text ?? []].flat();
}

/** Chart.js cuts a title off where it is too long; this breaks it into lines. */
function withinWidth(chart: DrawableChart, canvas: Canvas): DrawableChart {
  const context = canvas.getContext('2d');
  const width = canvas.width - SIDE_MARGIN;
  const { plugins } = chart.options as Texts;
  const lines = (text: string | string[] = [], font: string) => {
    context.font = `${font} ${ChartJs.defaults.font.family}`;
    const measure = (line: string) => context.measureText(line).width;
    return wrappedLines([text].flat(), width, measure);
  };
  const title = { ...plugins?.title, text: lines(plugins?.title?.text, 'bold 14px') };
  const subtitle = { ...plugins?.subtitle, text: lines(plugins?.subtitle?.text, '12px') };
  const legend = withFilter((plugins as { legend?: object } | undefined)?.legend);
  const options = { ...chart.options, plugins: { ...plugins, title, subtitle, legend } };
  const measure = (text: string, size: number) => {
    context.font = `${size}px ${ChartJs.defaults.font.family}`;
    return context.measureText(text).width;
  };
  const place = { width: canvas.width, isNarrow: canvas.width < LAYOUT_WIDTHS.wide, measure };
  return withLevelLabels({ ...chart, options: options as unknown as DrawableChart['options'] }, place);
}

function withFilter(legend: { labels?: object } = {}): object {
  return { ...legend, labels: { ...legend.labels, filter: belongsInLegend } };
}
