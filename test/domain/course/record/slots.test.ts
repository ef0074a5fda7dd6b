import { describe, expect, test } from '@jest/globals';
import {
  compareSlots,
  followUpSlot,
  followUpWeeks,
  infusionNumber,
  infusionSlot,
  parseSlot,
  slotLabel,
  type SlotName,
} from '../../../../src/domain/course/record/slots.js';

describe('a slot', () => {
  test.each(['infusion-1', 'infusion-6', 'post-series', 'follow-up-1', 'follow-up-4', 'follow-up-104'])(
    'can be named %s',
    (text) => {
      expect(parseSlot(text)).toBe(text);
    },
  );

  test.each([
    'infusion-0',
    'infusion-7',
    'infusion-01',
    'infusion-1 ',
    'Infusion-1',
    'post-series-1',
    'follow-up-0',
    'follow-up-04',
    'follow-up-105',
    'follow-up-1000',
    'follow-up-2.5',
    'follow-up--2',
    'follow-up-',
    'infusion-1\n',
    '',
  ])('cannot be named %j', (text) => {
    expect(parseSlot(text)).toBeNull();
  });

  test('of infusion 3 belongs to infusion 3', () => {
    expect(infusionSlot(3)).toBe('infusion-3');
    expect(infusionNumber('infusion-3')).toBe(3);
    expect(infusionNumber('infusion-6')).toBe(6);
  });

  test('after the series belongs to no infusion', () => {
    expect(infusionNumber('post-series')).toBeNull();
    expect(infusionNumber('follow-up-4')).toBeNull();
  });

  test('of a follow-up says its weeks', () => {
    expect(followUpWeeks('follow-up-12')).toBe(12);
    expect(followUpWeeks('post-series')).toBeNull();
    expect(followUpWeeks('infusion-1')).toBeNull();
  });

  test('of a follow-up is made for whole weeks up to two years', () => {
    expect(followUpSlot(4)).toBe('follow-up-4');
    expect([0, -2, 2.5, 105, NaN].map(followUpSlot)).toEqual([null, null, null, null, null]);
  });

  test('is called what people call it', () => {
    const slots: SlotName[] = ['infusion-3', 'post-series', 'follow-up-4'];
    expect(slots.map(slotLabel)).toEqual(['infusion 3', 'post-series', 'follow-up week 4']);
  });
});

test('slots follow each other in time: infusions, post-series, follow-ups by weeks', () => {
  const slots: SlotName[] = ['follow-up-12', 'post-series', 'infusion-6', 'follow-up-2', 'infusion-1', 'follow-up-104'];
  expect(slots.sort(compareSlots)).toEqual([
    'infusion-1',
    'infusion-6',
    'post-series',
    'follow-up-2',
    'follow-up-12',
    'follow-up-104',
  ]);
});
