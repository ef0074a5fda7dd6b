import { ITEMS, OPPOSITE_ITEMS, MAX_ANSWER } from '../../domain/cudos/items.js';
import { severityOf } from '../../domain/cudos/severity.js';
import { chance, pick, wholeBetween, type Random } from './random.js';

/** Highest total made up: with opposite items kept apart and safety items low, 16 answers hold no more. */
export const HIGHEST_TOTAL = 55;

const WISH_TO_BE_DEAD = 14;
const THOUGHTS_OF_SUICIDE = 15;
/** Of an opposite pair only one answer goes beyond this. */
const HIGHEST_OF_BOTH = 2;
/** A point more of interference or quality of life is worth about so many points of the total. */
const POINTS_PER_ANSWER = 13;

/**
 * The 18 answers of a form with this total (0-55): the points are dealt one by one to items that still
 * have room. Severe forms always have a positive safety item, moderate ones now and then.
 */
export function answersWithTotal(random: Random, total: number): number[] {
  const highest = highestSafetyAnswers(random, total);
  const answers: number[] = ITEMS.map(({ number }) =>
    number === WISH_TO_BE_DEAD && (highest.get(number) ?? 0) > 0 ? 1 : 0,
  );
  const dealt = ITEMS.filter(({ inTotal }) => inTotal).map(({ number }) => number);
  for (let left = total - sumOf(answers); left > 0; left -= 1) {
    const room = dealt.filter(
      (number) => (answers[number - 1] ?? 0) < (highest.get(number) ?? highestAnswer(answers, number)),
    );
    const number = pick(random, room);
    answers[number - 1] = (answers[number - 1] ?? 0) + 1;
  }
  for (const { number } of ITEMS.filter(({ inTotal }) => !inTotal)) {
    const near = Math.round(total / POINTS_PER_ANSWER) + wholeBetween(random, -1, 1);
    answers[number - 1] = Math.min(MAX_ANSWER, Math.max(0, near));
  }
  return answers;
}

function highestSafetyAnswers(random: Random, total: number): Map<number, number> {
  const severity = severityOf(total).name;
  const moderateAndPositive = severity === 'moderate' && chance(random, 0.15);
  const [wish, thoughts] = severity === 'severe' ? [2, 1] : [moderateAndPositive ? 1 : 0, 0];
  return new Map([
    [WISH_TO_BE_DEAD, wish],
    [THOUGHTS_OF_SUICIDE, thoughts],
  ]);
}

function highestAnswer(answers: readonly number[], number: number): number {
  const opposite = OPPOSITE_ITEMS.find((pair) => pair.includes(number))?.find((other) => other !== number);
  if (opposite === undefined) return MAX_ANSWER;
  return (answers[opposite - 1] ?? 0) > HIGHEST_OF_BOTH ? HIGHEST_OF_BOTH : MAX_ANSWER;
}

function sumOf(answers: readonly number[]): number {
  return answers.reduce((sum, answer) => sum + answer, 0);
}
