import { CloseButton, Text } from '@mantine/core';
import { memo, useState, type KeyboardEvent } from 'react';
import { MAX_ANSWER, type Item } from '../../../domain/cudos/items';
import { itemId } from './item-focus';
import classes from './item-form.module.css';

interface Props {
  item: Item;
  answer: number | null;
  onAnswer: (number: number, answer: number | null) => void;
  onKeyDown: (event: KeyboardEvent, number: number) => void;
}

const ANSWERS = Array.from({ length: MAX_ANSWER + 1 }, (_, answer) => answer);

/** One item and its answers from 0 to 4. */
export const ItemRow = memo(function ItemRow({ item, answer, onAnswer, onKeyDown }: Props) {
  const { number, label } = item;
  const [refused, setRefused] = useState<string | null>(null);
  const keys = (event: KeyboardEvent) => {
    setRefused(/^\d$/.test(event.key) && Number(event.key) > MAX_ANSWER ? event.key : null);
    onKeyDown(event, number);
  };
  return (
    <fieldset id={itemId(number)} className={classes.item} onKeyDown={keys} onBlur={() => setRefused(null)}>
      <legend className={classes.legend}>
        <span className={classes.number}>{number}</span> {label}
      </legend>
      <div className={classes.answers}>
        {ANSWERS.map((value) => (
          <label key={value} className={classes.answer}>
            <input
              type="radio"
              name={itemId(number)}
              value={value}
              checked={answer === value}
              onChange={() => onAnswer(number, value)}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
      <CloseButton
        className={classes.clear}
        tabIndex={-1}
        disabled={answer === null}
        data-empty={answer === null || undefined}
        aria-label={`Leave item ${number} empty`}
        onClick={() => onAnswer(number, null)}
      />
      <div role="status" className={classes.refused}>
        {refused && (
          <Text size="sm" c="var(--mantine-color-error)">
            {refused} is not an answer. Items are answered 0 to {MAX_ANSWER}.
          </Text>
        )}
      </div>
    </fieldset>
  );
});
