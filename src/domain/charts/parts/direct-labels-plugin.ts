import type { Json } from './chart.js';

/** A text at one of the values of a dataset, in place of a legend or of an axis to read it from. */
export interface DirectLabel {
  [option: string]: Json;
  /** Place of the value in its dataset. */
  at: number;
  text: string;
  /** Inside a bar that is large enough for it, or above or below the end of a bar or a point. */
  place: 'inside' | 'above' | 'below';
  /** Where the value is on the text; amid it unless said. */
  align: 'left' | 'center' | 'right';
  color: string;
}

interface Element {
  getProps(names: string[], final: boolean): Record<string, number>;
  /** Of a point. */
  options?: { radius?: number };
}

/** The parts of a drawn Chart.js chart that the labels need. */
interface DrawnChart {
  ctx: {
    save(): void;
    restore(): void;
    fillText(text: string, x: number, y: number): void;
    measureText(text: string): { width: number };
    // Canvas takes gradients and patterns too.
    fillStyle: unknown;
    font: string;
    textAlign: string;
    textBaseline: string;
  };
  data: { datasets: readonly { directLabels?: readonly DirectLabel[] }[] };
  options: { font?: { family?: string } };
  getSortedVisibleDatasetMetas(): readonly { index: number; data: readonly Element[] }[];
}

const TEXT_SIZE = 11;
/** Pixels from a bar or a small point to its label, from the edge of a larger one, and around a label inside a bar. */
const DISTANCE = 9;
const BEYOND_EDGE = 7;
const MARGIN = 3;

/**
 * A Chart.js plugin that writes the `directLabels` of datasets at their values. It needs no Chart.js to be made, so pages and
 * server share it; without it the values are in the tooltips and in the table of the chart.
 */
export const directLabelsPlugin = {
  id: 'directLabels',

  afterDatasetsDraw(chart: DrawnChart): void {
    const { ctx, data, options } = chart;
    ctx.save();
    ctx.font = `600 ${TEXT_SIZE}px ${options.font?.family ?? 'sans-serif'}`;
    ctx.textBaseline = 'middle';
    for (const meta of chart.getSortedVisibleDatasetMetas()) {
      for (const label of data.datasets[meta.index]?.directLabels ?? []) {
        const element = meta.data[label.at];
        if (element !== undefined) write(ctx, label, element);
      }
    }
    ctx.restore();
  },
};

function write(ctx: DrawnChart['ctx'], label: DirectLabel, element: Element): void {
  const { x = NaN, y = NaN, base = 0, width = 0 } = element.getProps(['x', 'y', 'base', 'width'], true);
  const distance = Math.max(DISTANCE, (element.options?.radius ?? 0) + BEYOND_EDGE);
  const { text, place, align, color } = label;
  const hasRoom = Math.abs(base - y) >= TEXT_SIZE + MARGIN && width >= ctx.measureText(text).width + MARGIN;
  if (Number.isNaN(y) || (place === 'inside' && !hasRoom)) return;
  const shifts = { inside: (base - y) / 2, above: -distance, below: distance + MARGIN };
  ctx.fillStyle = color;
  ctx.textAlign = align;
  ctx.fillText(text, x, y + shifts[place]);
}
