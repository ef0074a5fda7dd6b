import { Button, Group, Stack, Title } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { Empty } from '../../components/empty';
import { useLightPaper } from '../../components/printing';
import { ChartsSection } from './charts-section';
import { CohortLine, UnderWay } from './cohort-line';
import type { Asked } from './cohort-search';
import { HeadlineTiles } from './headline-tiles';
import { LadderStrip } from './ladder-strip';
import classes from './outcomes.module.css';
import { RestSection } from './rest-section';
import { SetsTable } from './sets-table';

interface Props {
  outcome: Schemas['CohortResponse'];
  asked: Asked;
  /** Other filters are being counted; what is shown is of those before. */
  busy: boolean;
  showAll: () => void;
}

/** Everything that is said of a cohort, from the ladder to the charts. */
export function Dashboard({ outcome, asked, busy, showAll }: Props) {
  const [printing, print] = usePrintWhole();
  useLightPaper();
  return (
    <div className={busy ? classes.busy : undefined} aria-busy={busy}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <CohortLine said={outcome}>
          <UnderWay outcome={outcome} />
        </CohortLine>
        <Button className={classes.screen} variant="default" size="xs" onClick={print} loading={printing}>
          Print
        </Button>
      </Group>
      <LadderStrip outcome={outcome} />
      {outcome.ladder.courses === 0 ? (
        <NobodyYet underWay={outcome.underWay} showAll={showAll} />
      ) : (
        <Stack gap="xl">
          <HeadlineTiles outcome={outcome} />
          <Stack gap="xs" component="section" aria-labelledby="sets">
            <Title order={2} size="h3" id="sets">
              How the number depends on who is counted
            </Title>
            <SetsTable figures={outcome.figures} />
          </Stack>
          <RestSection outcome={outcome} />
          <ChartsSection asked={asked} all={printing} unfinished={outcome.underWay > 0} />
        </Stack>
      )}
    </div>
  );
}

function NobodyYet({ underWay, showAll }: { underWay: number; showAll: () => void }) {
  return (
    <Empty
      title="No concluded course yet"
      action={
        <Button variant="default" onClick={showAll}>
          Show all courses
        </Button>
      }
    >
      A course counts once it is completed, stopped, or without a visit for long.{' '}
      {underWay === 0 ? 'No course of these filters has begun.' : 'Those under way are counted when they end.'}
    </Empty>
  );
}

/** Charts are read when they come into sight; a print has all of them, so it waits for them. */
function usePrintWhole(): [printing: boolean, print: () => void] {
  const [printing, setPrinting] = useState(false);
  const reading = useIsFetching({ queryKey: queryKeys.cohortCharts });
  useEffect(() => {
    if (!printing || reading > 0) return;
    // After the charts that have just come have been drawn.
    const drawn = setTimeout(() => {
      window.print();
      setPrinting(false);
    }, 300);
    return () => clearTimeout(drawn);
  }, [printing, reading]);
  return [printing, () => setPrinting(true)];
}
