import { Text } from '@mantine/core';
import { counted } from '../../../domain/numbers/words';
import { rateDecimals } from '../../../domain/statistics/words';
import { ANALYSIS_SETS } from '../../../domain/cohort/sets';
import { DrillLink } from './drill-link';
import { shownFigure, type Figure } from '../../components/figures';

/** Value, count of n with the courses behind both, and interval of one figure. */
export function FigureReading({ figure, large = false }: { figure: Figure; large?: boolean }) {
  const { value, unit, ci95 } = figure;
  const [from, to] = ci95;
  const decimals = unit === 'percent' ? rateDecimals(from, to) : 1;
  const { text, interval, few } = shownFigure(figure, decimals);
  return (
    <div>
      <Text fz={large ? 44 : 30} fw={650} lh={1.1} c={few ? 'dimmed' : undefined}>
        {text ?? `${figure.count ?? 0} of ${figure.n}`}
      </Text>
      <Text size="sm">
        <CountOfN figure={figure} />
      </Text>
      {value !== null && (
        <Text size="sm" c="dimmed">
          {interval ? `95 % interval ${interval}` : withoutInterval(figure)}
        </Text>
      )}
    </div>
  );
}

/** `100 of 175 starters`, or `120 completers`, each number leading to its courses. */
export function CountOfN({ figure: { count, n, group, countGroup, set, label } }: { figure: Figure }) {
  const many = ANALYSIS_SETS[set].label.toLowerCase();
  const who = n === 1 ? many.replace(/ers$/, 'er') : many;
  const all = <DrillLink count={n} group={group} of={ANALYSIS_SETS[set].label} />;
  if (count === undefined)
    return (
      <>
        {all} {who}
      </>
    );
  return (
    <>
      <DrillLink count={count} group={countGroup} of={`${label}, ${who}`} /> of {all} {who}
    </>
  );
}

function withoutInterval({ interval: method, n, count }: Figure): string {
  if (count !== undefined) return 'too few for a percent';
  if (method === 'none') return 'without an interval';
  return n < 2 ? `no interval from ${counted(n, 'course')}` : 'no interval: the mean baseline is too close to 0';
}
