import { describe, expect, test } from '@jest/globals';
import { SAFETY_NOTICE_LIMITS, SAFETY_NOTICE_WORDS, safetyNoticeOf } from '../../../src/domain/cudos/safety.js';
import { totalOf } from '../../../src/domain/cudos/score.js';

const form = (item14: number | null, item15: number | null, rest: number | null = 0) =>
  Array.from({ length: 18 }, (_, index) => (index === 13 ? item14 : index === 14 ? item15 : rest));
const wishToBeDead = (answer: number | null) => ({ number: 14, label: 'Wish to be dead', answer });
const thoughts = (answer: number | null) => ({ number: 15, label: 'Thoughts of suicide', answer });

describe('a safety notice', () => {
  test('is given for thoughts of suicide answered 1', () => {
    expect(safetyNoticeOf(form(0, 1))).toEqual({ kind: 'positive', items: [thoughts(1)] });
  });

  test('is given for a wish to be dead answered 1', () => {
    expect(safetyNoticeOf(form(1, 0))).toEqual({ kind: 'positive', items: [wishToBeDead(1)] });
  });

  test('lists both items when both are positive', () => {
    expect(safetyNoticeOf(form(4, 2))).toEqual({
      kind: 'positive',
      items: [wishToBeDead(4), thoughts(2)],
    });
  });

  test('is given even when the rest of the form is empty and has no total', () => {
    const answers = form(0, 3, null);
    expect(totalOf(answers)).toBeNull();
    expect(safetyNoticeOf(answers)?.kind).toBe('positive');
  });

  test('asks for a review when an item is missing', () => {
    expect(safetyNoticeOf(form(null, 0))).toEqual({
      kind: 'incomplete',
      items: [wishToBeDead(null)],
    });
  });

  test('asks for a review when both are missing', () => {
    expect(safetyNoticeOf(form(null, null))?.kind).toBe('incomplete');
  });

  test('is positive when one is positive and the other missing, and lists both', () => {
    expect(safetyNoticeOf(form(null, 2))).toEqual({
      kind: 'positive',
      items: [wishToBeDead(null), thoughts(2)],
    });
  });

  test('is not given for other items, however high', () => {
    expect(safetyNoticeOf(form(0, 0, 4))).toBeNull();
  });

  test('never says that there is no risk', () => {
    const words = [...Object.values(SAFETY_NOTICE_WORDS), SAFETY_NOTICE_LIMITS].join(' ');
    expect(words).not.toMatch(/no risk|low risk|safe to/i);
  });

  test('says that nobody monitors it and that it is no validated suicide screen', () => {
    expect(SAFETY_NOTICE_LIMITS).toContain('Nobody monitors it');
    expect(SAFETY_NOTICE_LIMITS).toContain('not a validated suicide screen');
  });
});
