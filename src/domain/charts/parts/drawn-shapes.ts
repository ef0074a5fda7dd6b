import type { Box } from './box.js';
import type { Segment } from './name-places.js';

/** A point or a bar of Chart.js. */
export interface DrawnElement {
  getProps(names: string[], final: boolean): Record<string, number>;
  /** Of a point. */
  options?: { radius?: number };
  /** There is no value. */
  skip?: boolean;
}

/** Pixels: a bar that is thinner is the line of an interval. */
const THIN = 4;
const BORDER = 2;

/** From each point to the next; a gap has no line unless it is spanned, and a lone point a line of no length. */
export function lineThrough(elements: readonly DrawnElement[], spansGaps: boolean): Segment[] {
  const segments: Segment[] = [];
  let before: [number, number] | null = null;
  for (const element of elements) {
    const { x = NaN, y = NaN } = element.getProps(['x', 'y'], true);
    if (element.skip !== true && !Number.isNaN(y)) {
      segments.push([...(before ?? [x, y]), x, y]);
      before = [x, y];
    } else if (!spansGaps) before = null;
  }
  return segments;
}

/** Of bars that are drawn as an area. */
export function upperEdge(elements: readonly DrawnElement[]): Segment[] {
  return elements.flatMap((element) => {
    const { x = 0, y = NaN, base = 0, width = 0 } = element.getProps(['x', 'y', 'base', 'width'], true);
    const top = Math.min(y, base);
    return Number.isNaN(top) ? [] : [[x - width / 2, top, x + width / 2, top] as const];
  });
}

/** What points, the lines of intervals, and hatched bars take of the drawing. */
export function takenBy(elements: readonly DrawnElement[], hatched: readonly boolean[] = []): Box[] {
  return elements.flatMap((element, at) => {
    const { x = 0, y = NaN, base, width } = element.getProps(['x', 'y', 'base', 'width'], true);
    if (element.skip === true || Number.isNaN(y)) return [];
    if (base === undefined || width === undefined) {
      const radius = element.options?.radius ?? 0;
      return radius === 0 ? [] : [around(x, y, radius + BORDER, radius + BORDER)];
    }
    if (width > THIN && hatched[at] !== true) return [];
    return [around(x, (y + base) / 2, width / 2, Math.abs(base - y) / 2)];
  });
}

/** What upright lines take of it. */
export function uprightLines(elements: readonly DrawnElement[]): Box[] {
  return lineThrough(elements, false).flatMap(([x1, y1, x2, y2]) => {
    return x1 === x2 && y1 !== y2 ? [around(x1, (y1 + y2) / 2, BORDER / 2, Math.abs(y2 - y1) / 2)] : [];
  });
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}
