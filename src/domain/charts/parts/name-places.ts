import { grown, overlap, type Box } from './box.js';

/** From one point of a line to the next, in pixels. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** A line that is to be named. */
export interface UnnamedLine {
  segments: readonly Segment[];
  /** Of its name, in pixels. */
  width: number;
  /** The line is the upper edge of an area, and its name belongs into it. */
  isEdge: boolean;
}

/** Pixels: a name is as high, so far from its line (the nearest that is free), and from everything else. */
const HEIGHT = 12;
const FROM_OWN = [3, 7, 11];
const FROM_OTHERS = 7;
const FROM_TAKEN = 2;
const BEYOND_END = 8;
const STEP = 4;

/**
 * Where in a drawing is each line named, so that nobody needs a legend?
 *
 * Input: the lines, the boxes that are taken, and the area of the drawing. Output: a box for each name, at the right end of its
 * line where there is room, else along it as far right as can be: nearer to its line than to any other, and on nothing; null
 * where one of them has no such place.
 *
 * Example: a level line 100 pixels wide in an area of 150 has a name of 30 pixels right of its end, amid its height.
 */
export function placesOfNames(lines: readonly UnnamedLine[], taken: readonly Box[], area: Box): Box[] | null {
  const places: Box[] = [];
  for (const line of lines) {
    const others = lines.filter((one) => one !== line).flatMap(({ segments }) => segments);
    const place = candidates(line, area).find((box) => {
      return (
        isWithin(box, area) &&
        !others.some((segment) => isAcross(segment, grown(box, FROM_OTHERS))) &&
        !line.segments.some((segment) => isAcross(segment, box)) &&
        ![...taken, ...places].some((other) => overlap(grown(box, FROM_TAKEN), other))
      );
    });
    if (place === undefined) return null;
    places.push(place);
  }
  return places;
}

/** Best first. */
function candidates(line: UnnamedLine, area: Box): Box[] {
  const last = line.segments.at(-1);
  if (last === undefined) return [];
  const { width, isEdge } = line;
  const [, , x, y] = last;
  const atEnd = boxAt(x + BEYOND_END, y - HEIGHT / 2, width);
  const along: Box[] = [];
  // A name may be half beyond the end of its line, which may be shorter.
  for (let left = Math.min(area.right - STEP, x + width / 2) - width; left >= area.left; left -= STEP) {
    const [high, low] = extent(line.segments, left, left + width);
    if (high > low) continue;
    for (const distance of FROM_OWN) {
      if (!isEdge) along.push(boxAt(left, high - distance - HEIGHT, width));
      along.push(boxAt(left, low + distance, width));
    }
  }
  return isEdge ? along : [atEnd, ...along];
}

function boxAt(left: number, top: number, width: number): Box {
  return { left, top, right: left + width, bottom: top + HEIGHT };
}

/** How high and how low a line is between two places; nothing where it is not. */
function extent(segments: readonly Segment[], left: number, right: number): [high: number, low: number] {
  const ys = segments.flatMap((segment) => heightsBetween(segment, left, right));
  return [Math.min(...ys), Math.max(...ys)];
}

function heightsBetween([x1, y1, x2, y2]: Segment, left: number, right: number): number[] {
  const [from, to] = [Math.max(left, Math.min(x1, x2)), Math.min(right, Math.max(x1, x2))];
  if (from > to) return [];
  if (x1 === x2) return [y1, y2];
  return [from, to].map((x) => y1 + ((x - x1) / (x2 - x1)) * (y2 - y1));
}

function isAcross(segment: Segment, { left, top, right, bottom }: Box): boolean {
  const ys = heightsBetween(segment, left, right);
  return ys.length > 0 && Math.min(...ys) < bottom && Math.max(...ys) > top;
}

function isWithin(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}
