import { createCanvas, SvgExportFlag, type SKRSContext2D } from '@napi-rs/canvas';
import { Chart as ChartJs, registerables, type ChartConfiguration, type ChartItem } from 'chart.js';
import { belongsInLegend } from '../domain/charts/legend.js';
import { severityBandsPlugin } from '../domain/charts/severity-bands-plugin.js';
import { BACKGROUNDS, inTheme, type Theme } from '../domain/charts/themes.js';
import { describedSvg } from './described-svg.js';
import { FONT_FAMILY, registerFonts } from './fonts.js';
import type { DrawableChart, Picture } from './picture.js';
import { wrapped } from './wrapped.js';

/** Every chart is laid out this wide and then scaled, so that it reads the same at every width. */
const LAYOUT_WIDTH = 800;
const ASPECT_RATIO = 1.6;
/** A screen of today has two by two pixels for each of CSS. */
const PIXEL_RATIO = 2;
const SIDE_MARGIN = 24;

registerFonts();
ChartJs.register(...registerables);
ChartJs.defaults.font.family = FONT_FAMILY;

/** Draws a chart on the calling thread: some 50 milliseconds in which nothing else runs on it. */
export function drawChart(chart: DrawableChart, { format, width, theme }: Picture): Buffer {
  const height = Math.round(LAYOUT_WIDTH / Number(chart.options['aspectRatio'] ?? ASPECT_RATIO));
  if (format === 'png') {
    const canvas = createCanvas(LAYOUT_WIDTH, height);
    const ratio = (PIXEL_RATIO * width) / LAYOUT_WIDTH;
    return painted(canvas, chart, theme, ratio, () => canvas.toBuffer('image/png'));
  }
  const canvas = createCanvas(LAYOUT_WIDTH, height, SvgExportFlag.ConvertTextToPaths);
  const svg = painted(canvas, chart, theme, 1, () => canvas.getContent().toString());
  const words = { title: titleOf(chart).join(' '), description: chart.textAlternative };
  return Buffer.from(describedSvg(svg, width, words));
}

interface Canvas {
  getContext(type: '2d'): SKRSContext2D;
}

function painted<Image>(
  canvas: Canvas,
  chart: DrawableChart,
  theme: Theme,
  devicePixelRatio: number,
  take: () => Image,
): Image {
  const { type, data, options } = withinWidth(inTheme(chart, theme), canvas.getContext('2d'));
  const drawn = new ChartJs(
    canvas as ChartItem,
    {
      type,
      data,
      options: { ...options, responsive: false, animation: false, devicePixelRatio },
      plugins: [severityBandsPlugin, backgroundPlugin(BACKGROUNDS[theme])],
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

function backgroundPlugin(colour: string) {
  return {
    id: 'background',
    beforeDraw: ({ ctx, width, height }: Painted) => {
      ctx.fillStyle = colour;
      ctx.fillRect(0, 0, width, height);
    },
  };
}

interface Texts {
  plugins?: { title?: { text?: string | string[] }; subtitle?: { text?: string | string[] } };
}

function titleOf({ options }: DrawableChart): string[] {
  return [(options as Texts).plugins?.title?.text ?? []].flat();
}

/** Chart.js cuts a title off where it is too long; this breaks it into lines. */
function withinWidth(chart: DrawableChart, context: SKRSContext2D): DrawableChart {
  const { plugins } = chart.options as Texts;
  const lines = (text: string | string[] = [], font: string) => {
    context.font = `${font} ${FONT_FAMILY}`;
    const measure = (line: string) => context.measureText(line).width;
    return wrapped([text].flat(), LAYOUT_WIDTH - SIDE_MARGIN, measure);
  };
  const title = { ...plugins?.title, text: lines(plugins?.title?.text, 'bold 14px') };
  const subtitle = { ...plugins?.subtitle, text: lines(plugins?.subtitle?.text, '12px') };
  const legend = withFilter((plugins as { legend?: object } | undefined)?.legend);
  const options = { ...chart.options, plugins: { ...plugins, title, subtitle, legend } };
  return { ...chart, options: options as unknown as DrawableChart['options'] };
}

function withFilter(legend: { labels?: object } = {}): object {
  return { ...legend, labels: { ...legend.labels, filter: belongsInLegend } };
}
