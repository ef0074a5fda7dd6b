import { boxesOfLabels, LABEL_WEIGHT, type DirectLabel, type LabeledChart } from './direct-labels-plugin.js';
import type { Box } from './box.js';
import type { Json } from './chart.js';
import { lineThrough, takenBy, uprightLines, upperEdge, type DrawnElement } from './drawn-shapes.js';
import { placesOfNames } from './name-places.js';

interface Dataset {
  lineName?: LineName;
  spanGaps?: unknown;
  hatched?: readonly boolean[];
  directLabels?: readonly DirectLabel[];
}

/** What is written at a line in place of a legend. */
export interface LineName {
  [option: string]: Json;
  text: string;
  color: string;
}

/** The parts of a drawn Chart.js chart that names need. */
interface DrawnChart extends LabeledChart {
  data: { datasets: readonly Dataset[] };
  chartArea: Box;
  getSortedVisibleDatasetMetas(): readonly { index: number; type?: string; data: readonly DrawnElement[] }[];
  update(mode: string): void;
}

interface Name {
  text: string;
  color: string;
  box: Box;
}

/** How Chart.js is told to lay a chart out again, now with a legend. */
const WITH_LEGEND = 'with-legend';
const TEXT_SIZE = 11;

/** The data of each chart that has its names at its lines, or is to have them; the names once they have their places. */
const named = new WeakMap<object, readonly Name[]>();
/** The data of each chart that is just laid out again, and drawn after that. */
const laidOutAgain = new WeakSet();

/**
 * Has this chart the name of this dataset at its line, so that no legend needs it?
 *
 * Input: the data of a chart as Chart.js has it, and the place of a dataset. Output: false without `lineNamesPlugin`.
 */
export function isNamedAtLine(data: { datasets: readonly object[] }, index: number): boolean {
  return named.has(data) && isToBeNamed(data.datasets[index]);
}

/**
 * A Chart.js plugin that writes the names of lines that have a `lineName` at them, in place of the legend, where all of them
 * fit; else, and without it, the legend has them. It needs no Chart.js to be made, so pages and server share it.
 */
export const lineNamesPlugin = {
  id: 'lineNames',

  beforeUpdate({ data }: DrawnChart, { mode }: { mode?: string }): void {
    if (mode === WITH_LEGEND || !data.datasets.some(isToBeNamed)) named.delete(data);
    else named.set(data, []);
  },

  afterUpdate(chart: DrawnChart): void {
    if (!named.has(chart.data)) return;
    const names = namesOf(chart);
    if (names !== null) named.set(chart.data, names);
    else {
      laidOutAgain.add(chart.data);
      chart.update(WITH_LEGEND);
      laidOutAgain.delete(chart.data);
    }
  },

  beforeRender({ data }: DrawnChart): boolean {
    return !laidOutAgain.has(data);
  },

  afterDatasetsDraw({ ctx, data, options }: DrawnChart): void {
    ctx.save();
    ctx.font = fontOf(options);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    for (const { text, color, box } of named.get(data) ?? []) {
      ctx.fillStyle = color;
      ctx.fillText(text, box.left, (box.top + box.bottom) / 2);
    }
    ctx.restore();
  },
};

function isToBeNamed(dataset: Dataset | undefined): boolean {
  return dataset?.lineName !== undefined;
}

function fontOf({ font }: DrawnChart['options']): string {
  return `${LABEL_WEIGHT} ${TEXT_SIZE}px ${font?.family ?? 'sans-serif'}`;
}

function namesOf(chart: DrawnChart): Name[] | null {
  const { ctx, data, chartArea, options } = chart;
  ctx.save();
  ctx.font = fontOf(options);
  const metas = chart.getSortedVisibleDatasetMetas();
  const lines = metas.flatMap(({ index, type, data: elements }) => {
    const dataset = data.datasets[index];
    if (dataset?.lineName === undefined) return [];
    const { text, color } = dataset.lineName;
    const isEdge = type === 'bar';
    const segments = isEdge ? upperEdge(elements) : lineThrough(elements, dataset.spanGaps === true);
    if (segments.length === 0) return [];
    return [{ text, color, segments, isEdge, width: ctx.measureText(text).width }];
  });
  const drawn = metas.flatMap((meta) => takenBy(meta.data, data.datasets[meta.index]?.hatched));
  const taken = [...drawn, ...metas.flatMap((meta) => uprightLines(meta.data)), ...boxesOfLabels(chart)];
  ctx.restore();
  const boxes = placesOfNames(lines, taken, chartArea);
  if (boxes === null) return null;
  return lines.flatMap(({ text, color }, at) => {
    const box = boxes[at];
    return box === undefined ? [] : [{ text, color, box }];
  });
}
