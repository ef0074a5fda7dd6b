import { describe, expect, test } from '@jest/globals';
import type { Box } from '../../../../src/domain/charts/parts/box.js';
import { placesOfNames, type Segment } from '../../../../src/domain/charts/parts/name-places.js';

const area: Box = { left: 0, top: 0, right: 200, bottom: 100 };
const line = (width: number, ...segments: Segment[]) => ({ width, segments, isEdge: false });
const level = (y: number, to = 200): Segment => [0, y, to, y];
/** Where one name of 40 pixels is, of a line before these others. */
const placeOf = (own: Segment, others: Segment[] = [], taken: Box[] = []) =>
  placesOfNames([line(40, own), ...others.map((other) => line(1, other))], taken, area)?.[0];

describe('the name of a line', () => {
  test('is right of its end, amid its height, where there is room', () => {
    const { left, top, bottom } = placeOf(level(50, 150)) ?? area;
    expect([left > 150, (top + bottom) / 2]).toEqual([true, 50]);
  });

  test('is above it and as far right as can be, where the line ends at the edge', () => {
    const { right, bottom } = placeOf(level(50)) ?? area;
    expect([right > 190, bottom < 50, bottom > 40]).toEqual([true, true, true]);
  });

  test('is below it where another line runs above it', () => {
    expect(placeOf(level(50), [level(38)])?.top).toBeGreaterThan(50);
  });

  test('is left of a point that is in the way', () => {
    const point = { left: 170, top: 20, right: 200, bottom: 80 };
    expect(placeOf(level(50), [], [point])?.right).toBeLessThan(170);
  });

  test('is nearer to its own line than to any other', () => {
    const place = placeOf([0, 90, 200, 40], [[0, 70, 200, 20]]);
    // The lines are 20 pixels apart, so the name of the lower one is below it.
    expect(place?.top).toBeGreaterThan(40);
  });

  test('is inside of an area whose upper edge it names', () => {
    const [place] = placesOfNames([{ ...line(40, level(50)), isEdge: true }], [], area) ?? [];
    expect(place?.top).toBeGreaterThan(50);
  });
});

test('two names are never on each other', () => {
  const [one, other] = placesOfNames([line(60, level(40)), line(60, level(60))], [], area) ?? [];
  expect((one?.bottom ?? 0) < (other?.top ?? 0) || (other?.bottom ?? 0) < (one?.top ?? 0)).toBe(true);
});

test('where one of them has no room, none has a place', () => {
  expect(placesOfNames([line(40, level(50)), line(250, level(80))], [], area)).toBeNull();
  const whiskers = Array.from({ length: 10 }, (_, at) => ({ left: 20 * at, top: 0, right: 20 * at + 2, bottom: 100 }));
  expect(placesOfNames([line(40, level(50))], whiskers, area)).toBeNull();
});
