import { Anchor, Box, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { ClaimAnswer as Answer } from '../../../domain/claims/claim-answer';
import { counted } from '../../../domain/numbers/words';
import { AllowedSentences } from '../../components/allowed-sentences';
import { CheckedNumbers } from './checked-numbers';
import classes from './claims.module.css';
import { MarkedText } from './marked-text';

interface Props {
  /** As it was checked. */
  text: string;
  answer: Answer;
  /** Was the text changed since? */
  changed: boolean;
}

/** The text with its numbers marked, what is to be said of each, what it leaves out, and what may be said instead. */
export function ClaimAnswer({ text, answer, changed }: Props) {
  const { numbers, missing } = answer;
  return (
    <div className={classes.columns}>
      <Stack gap="lg">
        <Box component="section" aria-labelledby="checked">
          <Title order={2} size="h3" id="checked">
            What was found
          </Title>
          <Text c="dimmed" role="status">
            {numbers.length === 0
              ? 'No number in it speaks of an outcome.'
              : `${counted(numbers.length, 'number')} that ${numbers.length === 1 ? 'speaks' : 'speak'} of an outcome.`}
            {changed && ' The text above was changed since; check it again.'}
          </Text>
          <MarkedText text={text} numbers={numbers} />
        </Box>
        <CheckedNumbers numbers={numbers} />
        {missing.length > 0 && (
          <Box component="section" aria-labelledby="missing">
            <Title order={2} size="h3" id="missing">
              What it leaves out
            </Title>
            <List mt="xs">
              {missing.map((what) => (
                <List.Item key={what}>{what}</List.Item>
              ))}
            </List>
          </Box>
        )}
        <Ignored ignored={answer.ignored} />
      </Stack>
      <Allowed answer={answer} />
    </div>
  );
}

function Ignored({ ignored }: Pick<Answer, 'ignored'>) {
  if (ignored.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      Not checked, because they speak of no outcome:{' '}
      {ignored.map(({ text, reason }) => `${text} (${reason})`).join('; ')}.
    </Text>
  );
}

function Allowed({ answer: { publication, allowed, footnote } }: { answer: Answer }) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="allowed">
      <Title order={2} size="h3" id="allowed">
        What may be said
      </Title>
      {publication === null || footnote === null ? (
        <Text>
          Nothing is published that speaks of this. Draft a publication first; its sentences will be shown here.
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            From{' '}
            <Anchor component={Link} href={`/publications/${publication.id}`} inherit underline="always">
              {publication.title}
            </Anchor>
            .
          </Text>
          <AllowedSentences sentences={allowed} footnote={footnote} copied />
        </>
      )}
    </Stack>
  );
}
