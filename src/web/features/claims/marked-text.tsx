import { Paper, Text } from '@mantine/core';
import type { CheckedNumber } from '../../../domain/claims/claim-answer';
import classes from './claims.module.css';
import { segmentsOf } from './segments';
import { VERDICTS } from './verdicts';

/** The text as it was pasted; each number leads to what is said of it. */
export function MarkedText({ text, numbers }: { text: string; numbers: readonly CheckedNumber[] }) {
  return (
    <Paper withBorder radius="md" p="md" mt="sm">
      <Text className={classes.text} component="div">
        {segmentsOf(text, numbers).map(({ text: piece, at }, place) => {
          const number = at === null ? undefined : numbers[at];
          // The pieces of a text that was checked never move.
          if (number === undefined || at === null) return <span key={place}>{piece}</span>;
          return <Mark key={place} piece={piece} number={number} at={at} />;
        })}
      </Text>
    </Paper>
  );
}

function Mark({ piece, number, at }: { piece: string; number: CheckedNumber; at: number }) {
  const { word, tone } = VERDICTS[number.verdict];
  return (
    <a
      href={`#number-${at + 1}`}
      className={`${classes.mark} ${classes[tone]}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(`number-${at + 1}`)?.focus();
      }}
    >
      <b>{piece}</b>
      <span className={classes.word}>
        <span className={classes.place}>{at + 1}</span> {word}
      </span>
    </a>
  );
}
