import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ITEMS, MAX_ANSWER, type Item } from '../../../domain/cudos/items';
import { focusItem } from './item-focus';
import classes from './item-form.module.css';
import { ItemRow } from './item-row';
import { useNextInSight } from './next-in-sight';

interface Props {
  answers: readonly (number | null)[];
  onAnswers: (answers: (number | null)[]) => void;
  /** Does the person begin to answer here? Then the first open item gets the focus. */
  begins: boolean;
  /** The notice about the items on death and suicide, shown right under them. */
  safety: ReactNode;
}

const HALF = ITEMS.length / 2;
const LAST_ABOUT_SAFETY = ITEMS.findLast(({ safety }) => safety)?.number;

/** The 18 items. A digit answers and goes on, the arrows and Backspace go back, Delete empties. */
export function ItemList({ answers, onAnswers, begins, safety }: Props) {
  const firstOpen = answers.indexOf(null) + 1;
  const first = useRef(begins ? firstOpen : 0);
  useEffect(() => {
    if (first.current > 0) focusItem(first.current);
  }, []);

  const goesOn = useNextInSight(answers);
  const byPointer = useRef(false);
  const answer = useCallbackRef((number: number, value: number | null) => {
    if (byPointer.current && value !== null) goesOn(number);
    onAnswers(answers.map((before, index) => (index === number - 1 ? value : before)));
  });
  const onKey = useCallbackRef((event: KeyboardEvent, number: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = nextItem(event.key, number);
    if (/^\d$/.test(event.key) && Number(event.key) <= MAX_ANSWER) answer(number, Number(event.key));
    else if (event.key === 'Delete') answer(number, null);
    else if (to === null) return;
    event.preventDefault();
    if (to !== null) focusItem(to);
  });
  const rowOf = (item: Item) => (
    <div key={item.number}>
      <ItemRow item={item} answer={answers[item.number - 1] ?? null} onAnswer={answer} onKeyDown={onKey} />
      {item.number === LAST_ABOUT_SAFETY && safety}
    </div>
  );
  return (
    <div
      className={classes.items}
      onPointerDown={() => (byPointer.current = true)}
      onKeyDownCapture={() => (byPointer.current = false)}
    >
      <div>{ITEMS.slice(0, HALF).map(rowOf)}</div>
      <div>{ITEMS.slice(HALF).map(rowOf)}</div>
    </div>
  );
}

/** Where a key goes from an item; null where it goes nowhere. */
function nextItem(key: string, number: number): number | null {
  if (/^\d$/.test(key)) return Number(key) <= MAX_ANSWER ? number + 1 : null;
  if (key === 'ArrowDown') return Math.min(number + 1, ITEMS.length);
  if (key === 'ArrowUp' || key === 'Backspace') return Math.max(number - 1, 1);
  return null;
}
