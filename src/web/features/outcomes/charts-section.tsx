import { Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CohortChartName } from '../../../domain/charts/cohort/cohort-charts';
import { ChartFigure } from '../../components/chart-figure';
import { Loaded } from '../../components/loaded';
import { chartQuery } from './cohort-queries';
import type { Asked } from './cohort-search';
import classes from './outcomes.module.css';

const CHARTS: Readonly<Record<CohortChartName, string>> = {
  trajectory: 'Scores from infusion to infusion',
  waterfall: 'Each completer’s reduction',
  'response-by-baseline-band': 'Response by baseline band',
  'before-after': 'Before and after',
  attrition: 'Last scored infusion',
  'time-to-response': 'Response by infusion',
  'quarterly-trend': 'Response by quarter',
};

const HEIGHT = 560;

interface SectionProps {
  asked: Asked;
  /** All charts are to be read, for a print. */
  all: boolean;
  /** Some courses of these filters are under way. */
  unfinished: boolean;
}

/** All charts of a cohort, each read when it is about to come into sight, or all of them to be printed. */
export function ChartsSection({ asked, all, unfinished }: SectionProps) {
  const [shown, setShown] = useState(false);
  const askedOf = (name: string): Asked =>
    name === 'quarterly-trend' && unfinished && shown ? { ...asked, unfinished: 'shown' } : asked;
  return (
    <Stack gap="xs" component="section" aria-labelledby="charts">
      <Title order={2} size="h3" id="charts">
        Charts
      </Title>
      <div className={classes.charts}>
        {Object.entries(CHARTS).map(([name, title]) => (
          <div key={name}>
            <NearChart name={name as CohortChartName} title={title} asked={askedOf(name)} now={all} />
            {name === 'quarterly-trend' && unfinished && (
              <Switch
                mt="xs"
                className={classes.screen}
                label="Show quarters with courses under way, hatched"
                checked={shown}
                onChange={({ currentTarget }) => setShown(currentTarget.checked)}
              />
            )}
          </div>
        ))}
      </div>
    </Stack>
  );
}

interface Props {
  name: CohortChartName;
  title: string;
  asked: Asked;
  now: boolean;
}

function NearChart({ name, title, asked, now }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: '600px' });
  const near = now || entry?.isIntersecting === true;
  const query = useQuery({ ...chartQuery(name, asked), enabled: near });
  const href = `/v1/cohorts/charts/${name}?${new URLSearchParams(asked).toString()}`;
  return (
    <div ref={ref}>
      {near || query.data ? (
        <Loaded query={query} height={HEIGHT}>
          {(chart) => <ChartFigure chart={chart} title={title} href={href} />}
        </Loaded>
      ) : (
        <NotRead title={title} />
      )}
    </div>
  );
}

/** Holds the place of a chart; a print without the page's own button says what is missing. */
function NotRead({ title }: { title: string }) {
  return (
    <>
      <Skeleton height={HEIGHT} animate={false} className={classes.screen} />
      <Text className={classes.paper}>
        {title}: not read when this was printed. The button Print of the page waits for all charts.
      </Text>
    </>
  );
}
