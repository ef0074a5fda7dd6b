import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CohortChartName } from '../../../domain/charts/cohort/cohort-charts';
import { ANALYSIS_SETS } from '../../../domain/cohort/sets';
import { rate } from '../../../domain/statistics/rate';
import { rateDecimals } from '../../../domain/statistics/words';
import type { Schemas } from '../../api/client';
import { ChartFigure } from '../../components/chart-figure';
import { figureIn, shownFigure } from '../../components/figures';
import { chartAddress, type Asked } from './cohort-search';
import { DrillLink } from './drill-link';
import { CountOfN } from './figure-reading';
import classes from './outcomes.module.css';

type Outcome = Schemas['DashboardResponse'];

/** The charts of the first screen, and what their files are called. */
export const OVERVIEW_CHARTS = {
  'courses-by-quarter': 'Courses by quarter',
  'response-control': 'Response by quarter, and chance',
  'mean-scores': 'Mean scores',
} as const satisfies Partial<Record<CohortChartName, string>>;

/** Pixels: two pictures beside each other, and one below them, on a page that is made smaller. */
const PAPER_WIDTHS = { half: 416, whole: 860 };

/** What a director sees first: three numbers, and what happened, whether it changed, and how far scores fell, as pictures. */
export function Overview({ outcome, asked }: { outcome: Outcome; asked: Asked }) {
  const names = Object.keys(OVERVIEW_CHARTS) as (keyof typeof OVERVIEW_CHARTS)[];
  return (
    <section aria-label="At a glance">
      <div className={classes.numbers}>
        <FigureNumber outcome={outcome} set="starters" name="response" title="Response of all who started" />
        <StayedNumber outcome={outcome} />
        <FigureNumber outcome={outcome} set="completers" name="meanReduction" title="Mean reduction" />
      </div>
      <div className={classes.overview}>
        {names.map((name, at) => (
          <ChartFigure
            key={name}
            chart={outcome.charts[name]}
            title={OVERVIEW_CHARTS[name]}
            href={chartAddress(name, asked)}
            order={2}
            atAGlance
            paperWidth={at === names.length - 1 ? PAPER_WIDTHS.whole : PAPER_WIDTHS.half}
          />
        ))}
      </div>
    </section>
  );
}

const BEFORE_UNIT = '\u00a0';

interface NumberProps {
  title: string;
  value: string;
  few: boolean;
  children: ReactNode;
}

function BigNumber({ title, value, few, children }: NumberProps) {
  const [number, unit] = value.split(BEFORE_UNIT);
  return (
    <div className={classes.number}>
      <Text fz={/\d/.test(value) ? 32 : 'xl'} fw={650} lh={1} c={few ? 'dimmed' : undefined} className={classes.value}>
        {number}
        {unit && (
          <Text span fz={unit === '%' ? 'lg' : 'sm'} fw={600}>
            {` ${unit}`}
          </Text>
        )}
      </Text>
      <div>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm">{children}</Text>
      </div>
    </div>
  );
}

interface FigureProps {
  outcome: Outcome;
  set: 'starters' | 'completers';
  name: string;
  title: string;
}

function FigureNumber({ outcome, set, name, title }: FigureProps) {
  const figure = figureIn(outcome.figures, set, name);
  if (figure === undefined) return null;
  const [from, to] = figure.ci95;
  const { text, interval, few } = shownFigure(figure, figure.unit === 'percent' ? rateDecimals(from, to) : 1);
  return (
    <BigNumber title={title} value={text ?? `${figure.count ?? 0} of ${figure.n}`} few={few}>
      <CountOfN figure={figure} />
      {interval && `\u00a0· 95 % ${withoutUnit(interval)}`}
    </BigNumber>
  );
}

/** The unit is at the number. */
function withoutUnit(interval: string): string {
  return interval.split(BEFORE_UNIT)[0] ?? interval;
}

/** How many of those who started were scored at infusion 6. */
function StayedNumber({ outcome: { ladder, groups } }: { outcome: Outcome }) {
  const { count, n, percent, ci95 } = rate(ladder.withInfusion6, ladder.withBaseline);
  const [from, to] = ci95;
  const shown = shownFigure({ value: percent, unit: 'percent', ci95, n, count }, rateDecimals(from, to));
  const who = ANALYSIS_SETS.starters.label;
  return (
    <BigNumber title="Scored at infusion 6" value={shown.text ?? `${count} of ${n}`} few={shown.few}>
      <DrillLink count={count} group={groups['/ladder/withInfusion6']} of="Scored at infusion 6, starters" /> of{' '}
      <DrillLink count={n} group={groups['/ladder/withBaseline']} of={who} /> {who.toLowerCase()}
      {shown.interval && `\u00a0· 95 % ${withoutUnit(shown.interval)}`}
    </BigNumber>
  );
}
