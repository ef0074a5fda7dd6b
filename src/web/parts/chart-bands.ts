import { defaults, type Chart, type Plugin } from 'chart.js';

interface Band {
  label: string;
  from: number;
  to: number;
}

/** What a chart carries for its severity bands, as `options.plugins.severityBands`. */
interface Options {
  bands?: Band[];
  ink?: string;
  edge?: string;
}

/** Writes the word of each severity band into the band, and draws where it ends. */
export const severityBands: Plugin<'line', Options> = {
  id: 'severityBands',
  beforeDatasetsDraw: (chart, _, { bands, edge = '' }) => {
    for (const { to } of bands ?? []) drawEdge(chart, to, edge);
  },
  afterDatasetsDraw: (chart, _, { bands, ink = '' }) => {
    for (const band of bands ?? []) drawWord(chart, band, ink);
  },
};

function drawEdge(chart: Chart, top: number, colour: string): void {
  const { ctx, chartArea, scales } = chart;
  const y = scales.y?.getPixelForValue(top) ?? 0;
  if (y <= chartArea.top) return;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.beginPath();
  ctx.moveTo(chartArea.left, y);
  ctx.lineTo(chartArea.right, y);
  ctx.stroke();
  ctx.restore();
}

function drawWord(chart: Chart, { label, from, to }: Band, colour: string): void {
  const { ctx, chartArea, scales } = chart;
  const y = scales.y?.getPixelForValue((from + to) / 2) ?? 0;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.font = `11px ${defaults.font.family}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.fillText(label, chartArea.right - 6, y);
  ctx.restore();
}
