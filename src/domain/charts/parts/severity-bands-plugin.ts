import { isBandLabel, topOf, wordOf, type DrawnBand } from './bands.js';

/** What `severityBandsOption` makes; nothing of it in a chart without bands. */
interface BandsOption {
  bands?: readonly DrawnBand[];
  fill?: boolean;
  beside?: boolean;
  textColour?: string;
}

/** The parts of a drawn Chart.js chart that the bands need. */
interface DrawnChart {
  ctx: {
    save(): void;
    restore(): void;
    fillRect(x: number, y: number, width: number, height: number): void;
    fillText(text: string, x: number, y: number): void;
    // Canvas takes gradients and patterns too.
    fillStyle: unknown;
    font: string;
    textAlign: string;
    textBaseline: string;
  };
  chartArea: { left: number; right: number };
  scales: Record<string, { getPixelForValue(value: number): number }>;
  data: { datasets: readonly { label?: string }[] };
  options: { font?: { family?: string } };
  getSortedVisibleDatasetMetas(): readonly { index: number }[];
}

const TEXT_SIZE = 10;
const MARGIN = 4;
const TEN = 10;
/** Points from the top of a wide band to the middle of its word. */
const BELOW_TOP = 2;

/**
 * A Chart.js plugin that draws the severity bands of `options.plugins.severityBands` behind a chart of
 * scores, with the word of each inside it and beneath every line, or beside it. It needs no Chart.js to be made, so pages
 * and server share it; in a chart without that option it does nothing.
 */
export const severityBandsPlugin = {
  id: 'severityBands',

  beforeDatasetsDraw(chart: DrawnChart, _args: unknown, { bands = [], fill }: BandsOption): void {
    if (fill !== true) return;
    const { ctx, chartArea } = chart;
    ctx.save();
    let low = pixelOf(chart, 0);
    for (const band of bands) {
      const high = pixelOf(chart, topOf(band));
      ctx.fillStyle = band.colour;
      ctx.fillRect(chartArea.left, high, chartArea.right - chartArea.left, low - high);
      low = high;
    }
    ctx.restore();
  },

  beforeDatasetDraw(chart: DrawnChart, { index }: { index: number }, option: BandsOption): void {
    if (index === firstAboveBands(chart)) writeWords(chart, option);
  },
};

function writeWords(chart: DrawnChart, { bands = [], beside, textColour = '' }: BandsOption): void {
  const { ctx, chartArea, options } = chart;
  ctx.save();
  ctx.font = `${TEXT_SIZE}px ${options.font?.family ?? 'sans-serif'}`;
  ctx.fillStyle = textColour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const edge = beside === true ? chartArea.right : chartArea.left;
  for (const band of bands) {
    ctx.fillText(wordOf(band), edge + MARGIN, pixelOf(chart, placeOf(band)));
  }
  ctx.restore();
}

/** In points: amid a band of ten, where no line of remission runs, and high in a wider one, above most baselines. */
function placeOf(band: DrawnBand): number {
  const isWide = band.to - band.from > TEN;
  return isWide ? topOf(band) - BELOW_TOP : (band.from + band.to) / 2;
}

/** Chart.js draws the last of the sorted datasets first; the bands come before anything else. */
function firstAboveBands(chart: DrawnChart): number | undefined {
  const isBand = ({ index }: { index: number }) => isBandLabel(chart.data.datasets[index]?.label ?? '');
  return chart.getSortedVisibleDatasetMetas().findLast((meta) => !isBand(meta))?.index;
}

function pixelOf({ scales }: DrawnChart, points: number): number {
  return scales['y']?.getPixelForValue(points) ?? 0;
}
