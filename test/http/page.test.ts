import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf, instantAndIdOf, keyOf, linkToNext, pageOf } from '../../src/http/page.js';

describe('a cursor', () => {
  test('holds the sort key of the last entry, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (key) => {
        const cursor = cursorOf(key);
        expect(cursor).toMatch(/^[\w-]*$/);
        expect(keyOf(cursor, key.length)).toEqual(key);
      }),
    );
  });

  test('that was not sent is the beginning of the list', () => {
    expect(keyOf(undefined, 1)).toBeNull();
  });

  test.each([
    ['', 1],
    ['not base64!', 1],
    [cursorOf(['a']), 2],
    [cursorOf(['a', 'b']), 1],
    [Buffer.from('{"0":"a","length":1}').toString('base64url'), 1],
    [Buffer.from('[1]').toString('base64url'), 1],
  ])('%j is not one of a list with %i keys', (cursor, length) => {
    expect(() => keyOf(cursor, length)).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('a cursor of a list in order of time', () => {
  const id = '019a5c1e-8f00-7000-8000-000000000010';

  test('holds an instant and an id', () => {
    const at = '2026-03-02T00:00:00.000Z';
    expect(instantAndIdOf(cursorOf([at, id]))).toEqual({ at, id });
    expect(instantAndIdOf(undefined)).toBeNull();
  });

  test.each([
    ['now', id],
    ['infinity', id],
    ['2026-02-31T00:00:00.000Z', id],
    ['2026-03-02T00:00:00+23:59', id],
    ['2026-03-02T24:00:00.000Z', id],
    ['2026-03-02', id],
    ['2026-03-02T00:00:00.000Z', 'x'],
  ])('is not %s with %s', (...key) => {
    expect(() => instantAndIdOf(cursorOf(key))).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('a page', () => {
  const page = (rows: string[]) =>
    pageOf(
      rows,
      2,
      (row) => [row],
      (row) => row.toUpperCase(),
    );

  test('of which one more row was found leads to the next', () => {
    expect(page(['a', 'b', 'c'])).toEqual({ items: ['A', 'B'], next: cursorOf(['b']) });
  });

  test('that is just full is the last', () => {
    expect(page(['a', 'b'])).toEqual({ items: ['A', 'B'], next: null });
  });

  test('may be empty', () => {
    expect(page([])).toEqual({ items: [], next: null });
  });
});

test('the link to the next page keeps the filter', () => {
  expect(linkToNext('/v1/patients?chartNumber=A%26B&after=old&limit=2', 'new')).toEqual({
    link: '</v1/patients?chartNumber=A%26B&after=new&limit=2>; rel="next"',
  });
  expect(linkToNext('/v1/patients', null)).toEqual({});
});
