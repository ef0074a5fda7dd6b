import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circular } from './exceptions.js';
import { arrows, circles, drawingOfRooms, ROOMS, roomOf } from './rooms.js';
import { ROOT, sources } from './sources.js';

const placeOf = (room: string): number => (ROOMS as readonly string[]).indexOf(room);

describe('the rooms', () => {
  test('hold every file', () => {
    expect(sources.map(({ path }) => path).filter((path) => roomOf(path) === undefined)).toEqual([]);
  });

  test('import only what is before them, types included', () => {
    const back = arrows().filter(({ from, to }) => placeOf(to) >= placeOf(from));
    expect(back.flatMap(({ imports }) => imports)).toEqual([]);
  });

  test('hold no files that import each other in a circle, types included', () => {
    expect(circles().map((files) => files.sort())).toEqual(circular);
  });

  test('are drawn in the README as they are', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(drawingOfRooms());
  });
});

test('database/ imports no entity: each feature declares its own', () => {
  const found = sources.filter(({ path, imports }) => path.startsWith('src/database/') && imports.some(isEntity));
  expect(found.map(({ path }) => path)).toEqual([]);
});

function isEntity(path: string): boolean {
  return path.endsWith('.entity.ts');
}

test('environment.ts alone reads the environment', () => {
  const readers = sources.filter(({ tree }) => /process\.env\b/.test(tree.text)).map(({ path }) => path);
  expect(readers).toEqual(['src/environment.ts']);
});
