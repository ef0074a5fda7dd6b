import { useCallback, useEffect, useRef } from 'react';
import type { Answers } from '../../../domain/cudos/items';
import { itemId, SAVE_BUTTON } from './item-focus';

/** So long after a finger or a wheel last moved the page it is left where it is, in milliseconds. */
const STILL_MOVES = 150;

/**
 * Brings what is answered next into sight once an item was answered by a finger or a pointer: the next open item, or where none follows the
 * button that saves. The focus stays where it is, and an answer that is changed moves nothing.
 * @returns To be called with the item that is answered so, before it is.
 */
export function useNextInSight(answers: Answers): (number: number) => void {
  const answered = useRef<number | null>(null);
  const isMoving = usePersonMoves();
  useEffect(() => {
    const number = answered.current;
    answered.current = null;
    if (number === null || isMoving()) return;
    const next = answers.findIndex((answer, at) => at >= number && answer === null) + 1;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    document.getElementById(next > 0 ? itemId(next) : SAVE_BUTTON)?.scrollIntoView({ block: 'nearest', behavior });
  }, [answers, isMoving]);
  return (number) => {
    if (answers[number - 1] === null) answered.current = number;
  };
}

/** Asks whether a person moves the page just now, or has just let it go. */
function usePersonMoves(): () => boolean {
  const movedAt = useRef(-Infinity);
  useEffect(() => {
    let touchedAt = -Infinity;
    const touch = () => {
      touchedAt = performance.now();
    };
    // What scrolls by itself was not touched before.
    const scroll = () => {
      const now = performance.now();
      if (now - Math.max(touchedAt, movedAt.current) < STILL_MOVES) movedAt.current = now;
    };
    const ofPerson = { wheel: touch, touchmove: touch, scroll };
    for (const [kind, note] of Object.entries(ofPerson)) window.addEventListener(kind, note, { passive: true });
    return () => {
      for (const [kind, note] of Object.entries(ofPerson)) window.removeEventListener(kind, note);
    };
  }, []);
  return useCallback(() => performance.now() - movedAt.current < STILL_MOVES, []);
}
