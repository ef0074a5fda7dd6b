import { Button, Stack } from '@mantine/core';
import { memo } from 'react';
import type { Schemas } from '../../api/client';
import { ChartFigure } from '../../components/chart-figure';
import { Empty } from '../../components/empty';
import { ChartsSection } from './charts-section';
import { CohortLine, UnderWay } from './cohort-line';
import { chartAddress, type Asked } from './cohort-search';
import { HeadlineTiles } from './headline-tiles';
import { LadderStrip } from './ladder-strip';
import { OnDemand } from './on-demand';
import classes from './outcomes.module.css';
import { Overview } from './overview';
import { RestSection } from './rest-section';
import { SetsTable } from './sets-table';

interface Props {
  outcome: Schemas['DashboardResponse'];
  asked: Asked;
  /** Other filters are being counted; what is shown is of those before. */
  busy: boolean;
  showAll: () => void;
}

/** Everything that is said of a cohort: at a glance, and below it, on demand, all of it. */
export const Dashboard = memo(function Dashboard({ outcome, asked, busy, showAll }: Props) {
  const isEmpty = outcome.ladder.courses === 0;
  return (
    <div className={busy ? `${classes.report} ${classes.busy}` : classes.report} aria-busy={busy}>
      <CohortLine said={outcome}>
        <UnderWay outcome={outcome} />
      </CohortLine>
      {isEmpty ? (
        <NobodyYet underWay={outcome.underWay} showAll={showAll} />
      ) : (
        <Overview outcome={outcome} asked={asked} />
      )}
      <LadderStrip outcome={outcome} />
      {!isEmpty && (
        <Stack gap={0}>
          <OnDemand title="Every figure, and how it depends on who is counted" printed>
            <Stack gap="xl">
              <HeadlineTiles outcome={outcome} />
              <SetsTable figures={outcome.figures} />
            </Stack>
          </OnDemand>
          <OnDemand title="Who is lost where">
            <ChartFigure
              chart={outcome.charts.ladder}
              title="Who is lost where"
              href={chartAddress('ladder', asked)}
              order={3}
            />
          </OnDemand>
          <OnDemand title="What became of the rest" printed>
            <RestSection outcome={outcome} />
          </OnDemand>
          <OnDemand title="More charts">
            <ChartsSection charts={outcome.charts} asked={asked} unfinished={outcome.underWay > 0} />
          </OnDemand>
        </Stack>
      )}
    </div>
  );
});

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
