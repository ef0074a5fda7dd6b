import { Anchor, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { CheckedNumber, MatchedFigure } from '../../../domain/claims/claim-answer';
import { ANALYSIS_SETS } from '../../../domain/cohort/sets';
import { sizeInWords } from '../../../domain/numbers/words';
import classes from './claims.module.css';
import { VERDICTS } from './verdicts';

/** What is said of each number, in the order of the text. */
export function CheckedNumbers({ numbers }: { numbers: readonly CheckedNumber[] }) {
  if (numbers.length === 0) return null;
  return (
    <section aria-labelledby="numbers">
      <Title order={2} size="h3" id="numbers" mb="xs">
        Number by number
      </Title>
      <ol className={classes.answers}>
        {numbers.map((number, at) => (
          <Answer key={`${number.start} ${number.end}`} number={number} at={at} />
        ))}
      </ol>
    </section>
  );
}

function Answer({ number, at }: { number: CheckedNumber; at: number }) {
  const { text, meaning, verdict, explanation, figure, notes } = number;
  const { word, tone } = VERDICTS[verdict];
  return (
    <li
      id={`number-${at + 1}`}
      tabIndex={-1}
      className={`${classes.answer} ${classes[tone]}`}
      aria-label={`${at + 1}: ${text}, ${word}`}
    >
      <Text fw={600}>
        <span className={classes.place}>{at + 1}</span> {text} – {word}
      </Text>
      <Text size="sm" c="dimmed" className={classes.meaning}>
        {meaning}
      </Text>
      <Text mt={4}>{explanation}</Text>
      {notes.map((note) => (
        <Text key={note.explanation} mt={4}>
          <b>Also {VERDICTS[note.verdict].word}:</b> {note.explanation}
        </Text>
      ))}
      {figure && <Figure figure={figure} />}
    </li>
  );
}

function Figure({ figure: { publicationId, slug, set, label, n } }: { figure: MatchedFigure }) {
  const who = set === 'ladder' ? 'ladder' : ANALYSIS_SETS[set].label.toLowerCase();
  return (
    <Text size="sm" mt={4}>
      Published figure: {label}, {who}
      {n !== null && `, ${sizeInWords(n)}`}, in{' '}
      <Anchor component={Link} href={`/publications/${publicationId}`} inherit underline="always">
        {slug}
      </Anchor>
    </Text>
  );
}
