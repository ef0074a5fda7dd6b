import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { DrillLink } from './drill-link';
import { FigureReading } from './figure-reading';
import { HowCounted } from './how-counted';
import { noThresholdWords } from '../../components/course-words';
import { figureIn, showMean } from '../../components/figures';

type Outcome = Schemas['CohortResponse'];

/** How many got worse, beside how many got better, by more than the instrument's own noise. */
export function ReliableChangeTile({ outcome }: { outcome: Outcome }) {
  const { reliableChange, groups } = outcome;
  const { threshold, sd, baselines, n } = reliableChange;
  const worsened = figureIn(outcome.figures, 'completers', 'worsened');
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="xs">
        <Title order={3} size="h5">
          Improved and worsened
        </Title>
        <Group gap="xl" align="flex-start">
          {(['improved', 'worsened'] as const).map((change) => (
            <div key={change}>
              <Text size="sm" fw={500}>
                Reliably {change}
              </Text>
              <Text fz={30} fw={650} lh={1.1}>
                {counted(reliableChange[change], groups[`/reliableChange/${change}`], change)}
              </Text>
              <Text size="sm">
                of <DrillLink count={n} group={groups['/reliableChange/n']} of="Completers" /> completers
              </Text>
            </div>
          ))}
          {worsened && (
            <div>
              <Text size="sm" fw={500}>
                Worsened at all
              </Text>
              <FigureReading figure={worsened} />
            </div>
          )}
        </Group>
        <Text size="sm">{thresholdInWords({ threshold, sd, baselines })}</Text>
        {worsened && <HowCounted figures={[worsened]} />}
      </Stack>
    </Paper>
  );
}

function counted(count: number | null, group: string | undefined, change: string) {
  if (count === null) return 'not known';
  return <DrillLink count={count} group={group} of={`Reliably ${change}, completers`} />;
}

function thresholdInWords({
  threshold,
  sd,
  baselines,
}: Pick<Outcome['reliableChange'], 'threshold' | 'sd' | 'baselines'>): string {
  if (threshold === null) return `Which change is reliable is not known: ${noThresholdWords(baselines)}.`;
  return (
    `Reliable: by more than ${showMean(threshold)} points, from the SD ${showMean(sd)} ` +
    `of the ${baselines} baselines of the clinic’s induction courses, whatever the filter.`
  );
}
