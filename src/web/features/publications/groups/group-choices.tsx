import { Stack, Text, Title } from '@mantine/core';
import { periodTextInWords } from '../../../../domain/calendar/period';
import type { ClosedGroups } from '../publication';
import { FigureTable } from '../document/figure-table';

interface Props {
  choices: ClosedGroups['choices'];
  isDirector: boolean;
}

/** What a publication of all groups, or of one of them, would say. Groups in between can be chosen too. */
export function GroupChoices({ choices, isDirector }: Props) {
  return (
    <Stack gap="xs" component="section" aria-label="What each choice would say">
      <Title order={2} size="h3">
        What each choice would say
      </Title>
      <Text size="sm" c="dimmed">
        {isDirector
          ? 'As it would be published today. Groups that follow each other can be chosen together.'
          : 'Which figures would be there. Their numbers come with the approval. Groups that follow each other can be chosen together.'}
      </Text>
      {choices.map(({ period, figures }, at) => (
        <details key={period} open={at === 0}>
          <summary>{periodTextInWords(period)}</summary>
          <FigureTable figures={figures} label={`Figures of ${periodTextInWords(period)}`} />
        </details>
      ))}
    </Stack>
  );
}
