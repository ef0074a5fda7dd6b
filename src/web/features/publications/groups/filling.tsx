import { Progress, Stack, Text, Title } from '@mantine/core';
import type { ClosedGroups } from '../publication';
import { quarterInWords } from '../../../../domain/calendar/period';
import { fillingInWords } from './words';

/** The group that is filling: how far it is, and when it can close. */
export function Filling({ filling }: { filling: NonNullable<ClosedGroups['filling']> }) {
  const { from, starters, startersNeeded, completers, completersNeeded } = filling;
  return (
    <Stack gap="xs" component="section" aria-label="The group that is filling" maw={640}>
      <Title order={2} size="h3">
        From {quarterInWords(from)} on
      </Title>
      <Bar label="Starters" has={starters} needs={startersNeeded} />
      <Bar label="Scored at infusions 1 and 6" has={completers} needs={completersNeeded} />
      <Text size="sm">{fillingInWords(filling)}</Text>
    </Stack>
  );
}

function Bar({ label, has, needs }: { label: string; has: number; needs: number }) {
  return (
    <div>
      <Text size="sm">
        {label}: {has} of {needs}
      </Text>
      <Progress value={Math.min(100, (100 * has) / needs)} aria-label={`${label}: ${has} of ${needs}`} />
    </div>
  );
}
