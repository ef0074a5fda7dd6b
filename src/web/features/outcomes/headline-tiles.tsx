import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { FigureReading } from './figure-reading';
import { HowCounted } from './how-counted';
import classes from './outcomes.module.css';
import { ReliableChangeTile } from './reliable-change-tile';
import { figureIn, showMean, type Figure } from '../../components/figures';

type Outcome = Schemas['CohortResponse'];

/** The numbers a director is asked for; first the one that counts everybody who started. */
export function HeadlineTiles({ outcome }: { outcome: Outcome }) {
  const of = (set: Figure['set'], ...names: string[]) =>
    names.map((name) => figureIn(outcome.figures, set, name)).filter((figure) => !!figure);
  const { baseline, endpoint } = outcome.completers;
  const means = `from a mean of ${showMean(baseline.mean)} to ${showMean(endpoint.mean)}`;
  const known = outcome.completers.n > 0;
  return (
    <div className={classes.tiles}>
      <Tile title="Response of all who started" figures={of('starters', 'response')} large>
        A score at infusion 6 of at most half the baseline. A course that stopped before counts as no response.
      </Tile>
      <Tile title="Mean reduction" figures={of('completers', 'meanReduction')}>
        {known ? `Among completers, ${means}.` : 'Among completers.'}
      </Tile>
      <Tile title="Percent reduction of means" figures={of('completers', 'percentReductionOfMeans')}>
        {known ? `Among completers, ${means}.` : 'Among completers.'}
      </Tile>
      <Tile title="Remission, by both rules" figures={of('starters', 'remissionBelow20', 'remissionAtMost10')} />
      <ReliableChangeTile outcome={outcome} />
    </div>
  );
}

interface TileProps {
  title: string;
  figures: readonly Figure[];
  large?: boolean;
  children?: ReactNode;
}

function Tile({ title, figures, large = false, children }: TileProps) {
  return (
    <Paper withBorder radius="md" p="md" className={large ? classes.large : undefined}>
      <Stack gap="xs">
        <Title order={3} size="h5">
          {title}
        </Title>
        <Group gap="xl" align="flex-start">
          {figures.map((figure) => (
            <div key={figure.name}>
              {figures.length > 1 && (
                <Text size="sm" fw={500}>
                  {figure.label}
                </Text>
              )}
              <FigureReading figure={figure} large={large} />
            </div>
          ))}
        </Group>
        {children && <Text size="sm">{children}</Text>}
        <HowCounted figures={figures} />
      </Stack>
    </Paper>
  );
}
