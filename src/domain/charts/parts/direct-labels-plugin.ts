import { grown, overlap, type Box } from './box.js';
import type { DrawnElement } from './drawn-shapes.js';
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

/** The parts of a drawn Chart.js chart that the labels need. */
export interface LabeledChart {
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
  getSortedVisibleDatasetMetas(): readonly { index: number; data: readonly DrawnElement[] }[];
}

/** A label that has its place: that of `align` in its width, and amid its height. */
interface PlacedLabel extends DirectLabel {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Size = Pick<PlacedLabel, 'width' | 'height'>;

/** How many of the places of a label are at its value: above and below. */
const NEAR = 2;
export const LABEL_WEIGHT = 600;
/** Pixels; the first in which every label has room is taken. */
const SIZES = [11, 10, 9] as const;
/** Pixels from a bar or a small point to its label, from the edge of a larger one, around a label inside a bar, and between two. */
const DISTANCE = 9;
const BEYOND_EDGE = 7;
const MARGIN = 3;
const APART = 3;
/** How much of the width of a text is left of where it is put. */
const LEFT_OF: Readonly<Record<DirectLabel['align'], number>> = { left: 0, center: 0.5, right: 1 };

/**
 * A Chart.js plugin that writes the `directLabels` of datasets at their values, none on another: smaller where they would touch, and
 * without the earlier ones where they still do. It needs no Chart.js to be made, so pages and server share it; without it the
 * values are in the tooltips and in the table of the chart.
 */
export const directLabelsPlugin = {
  id: 'directLabels',

  afterDatasetsDraw(chart: LabeledChart): void {
    const { ctx } = chart;
    ctx.save();
    for (const { text, align, color, x, y } of placed(chart)) {
      ctx.fillStyle = color;
      ctx.textAlign = align;
      ctx.fillText(text, x, y);
    }
    ctx.restore();
  },
};

/** What these labels take of the drawing. */
export function boxesOfLabels(chart: LabeledChart): Box[] {
  chart.ctx.save();
  const boxes = placed(chart).map(boxOf);
  chart.ctx.restore();
  return boxes;
}

/** The labels that have room, with the font of the canvas set for them; smaller before they are further from their points. */
function placed(chart: LabeledChart): PlacedLabel[] {
  const { ctx, data, options } = chart;
  const labels = chart.getSortedVisibleDatasetMetas().flatMap((meta) =>
    (data.datasets[meta.index]?.directLabels ?? []).flatMap((label) => {
      const element = meta.data[label.at];
      return element === undefined ? [] : [{ label, element }];
    }),
  );
  ctx.textBaseline = 'middle';
  let apart: PlacedLabel[] = [];
  for (const isFar of [false, true]) {
    for (const size of SIZES) {
      ctx.font = `${LABEL_WEIGHT} ${size}px ${options.font?.family ?? 'sans-serif'}`;
      const wanted = labels
        .map(({ label, element }) =>
          placesOf(label, element, { width: ctx.measureText(label.text).width, height: size }),
        )
        .filter((places) => places.length > 0);
      apart = apartFromEachOther(wanted.map((places) => (isFar ? places : places.slice(0, NEAR))));
      if (apart.length === wanted.length) return apart;
    }
  }
  return apart;
}

/** The last ones first: the latest quarter is what people look for. */
function apartFromEachOther(wanted: readonly (readonly PlacedLabel[])[]): PlacedLabel[] {
  const taken: PlacedLabel[] = [];
  for (const places of wanted.toReversed()) {
    const free = places.find((place) => !taken.some((other) => overlap(grown(boxOf(place), APART), boxOf(other))));
    if (free !== undefined) taken.push(free);
  }
  return taken.toReversed();
}

/** Where this label may be, best first: that of a point also on its other side, and a line further from it. */
function placesOf(label: DirectLabel, element: DrawnElement, { width, height }: Size): PlacedLabel[] {
  const { x = NaN, y = NaN, base = 0, width: ofBar = 0 } = element.getProps(['x', 'y', 'base', 'width'], true);
  const radius = element.options?.radius ?? 0;
  const distance = Math.max(DISTANCE, radius + BEYOND_EDGE);
  const hasRoom = Math.abs(base - y) >= height + MARGIN && ofBar >= width + MARGIN;
  if (Number.isNaN(y) || (label.place === 'inside' && !hasRoom)) return [];
  const shifts = { inside: (base - y) / 2, above: -distance, below: distance + MARGIN };
  const first = shifts[label.place];
  const other = label.place === 'above' ? shifts.below : shifts.above;
  const line = (shift: number) => shift + Math.sign(shift) * (height + DISTANCE);
  const all = radius === 0 ? [first] : [first, other, line(first), line(other)];
  return all.map((shift) => ({ ...label, x, y: y + shift, width, height }));
}

function boxOf({ x, y, width, height, align }: PlacedLabel): Box {
  const left = x - LEFT_OF[align] * width;
  return { left, top: y - height / 2, right: left + width, bottom: y + height / 2 };
}
