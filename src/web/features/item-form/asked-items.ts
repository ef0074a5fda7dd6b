import { ITEM_COUNT, type Answers, type Item } from '../../../domain/cudos/items';

/**
 * The item that one has come to: what lies before it and is empty was left out, what lies after it is still to come.
 * Who wants to save has come to the end.
 */
export function itemReached(answers: Answers, wantsToSave: boolean): number {
  if (wantsToSave) return ITEM_COUNT;
  return answers.findLastIndex((answer) => answer !== null) + 1;
}

/** The items that were left out up to there. */
export function leftOut(missing: readonly Item[], reached: number): Item[] {
  return missing.filter(({ number }) => number <= reached);
}
