import { Skeleton, Switch } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CohortChartName } from '../../../domain/charts/cohort/cohort-charts';
import type { Schemas } from '../../api/client';
import { ChartFigure } from '../../components/chart-figure';
import { Loaded } from '../../components/loaded';
import { chartQuery } from './cohort-queries';
import { chartAddress, type Asked } from './cohort-search';
import type { OVERVIEW_CHARTS } from './overview';
import classes from './outcomes.module.css';

type FurtherChart = Exclude<CohortChartName, keyof typeof OVERVIEW_CHARTS | 'ladder'>;

const CHARTS: Readonly<Record<FurtherChart, string>> = {
  trajectory: 'Scores from infusion to infusion',
  'mean-before-after': 'Means at infusions 1 and 6',
  'reduction-by-set': 'Mean reduction, by who is counted',
  'post-series': 'After the series',
  waterfall: 'Each completer’s reduction',
  'response-by-baseline-band': 'Response by baseline band',
  'before-after': 'Before and after',
  attrition: 'Last scored infusion',
  'time-to-response': 'Response by infusion',
  'quarterly-trend': 'Response by quarter',
};

const NAMES = Object.keys(CHARTS) as FurtherChart[];

const HEIGHT = 560;

interface SectionProps {
  charts: Schemas['DashboardResponse']['charts'];
  asked: Asked;
  /** Some courses of these filters are under way. */
  unfinished: boolean;
}

/** The charts of a cohort beyond the first screen, each drawn when it is about to come into sight. */
export function ChartsSection({ charts, asked, unfinished }: SectionProps) {
  const [shown, setShown] = useState(false);
  const hatched = unfinished && shown;
  return (
    <section className={classes.charts} aria-label="More charts">
      {NAMES.map((name) => (
        <div key={name}>
          <NearChart>
            {name === 'quarterly-trend' && hatched ? (
              <HatchedTrend asked={asked} />
            ) : (
              <ChartFigure chart={charts[name]} title={CHARTS[name]} href={chartAddress(name, asked)} />
            )}
          </NearChart>
          {name === 'quarterly-trend' && unfinished && (
            <Switch
              mt="xs"
              label="Show quarters with courses under way, hatched"
              checked={shown}
              onChange={({ currentTarget }) => setShown(currentTarget.checked)}
            />
          )}
        </div>
      ))}
    </section>
  );
}

/** The one chart that is not in the dashboard: the trend with its unfinished quarters. */
function HatchedTrend({ asked: filter }: { asked: Asked }) {
  const asked: Asked = { ...filter, unfinished: 'shown' };
  const query = useQuery(chartQuery('quarterly-trend', asked));
  return (
    <Loaded query={query} height={HEIGHT}>
      {(chart) => (
        <ChartFigure chart={chart} title={CHARTS['quarterly-trend']} href={chartAddress('quarterly-trend', asked)} />
      )}
    </Loaded>
  );
}

function NearChart({ children }: { children: ReactNode }) {
  const { ref, entry } = useIntersection({ rootMargin: '600px' });
  const [drawn, setDrawn] = useState(false);
  const near = drawn || entry?.isIntersecting === true;
  if (near && !drawn) setDrawn(true);
  return <div ref={ref}>{near ? children : <Skeleton height={HEIGHT} animate={false} />}</div>;
}
