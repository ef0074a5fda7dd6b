import {
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  Chart as ChartJs,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useMantineTheme } from '@mantine/core';
import { Chart as Drawn } from 'react-chartjs-2';
import type { Chart } from '../../domain/charts/parts/chart';
import { CHART_PLUGINS } from '../../domain/charts/parts/plugins';
import { inTheme, type Theme } from '../../domain/charts/parts/themes';
import { onScreen } from './chart-screen';

ChartJs.register(
  BarController,
  BubbleController,
  LineController,
  BarElement,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Filler,
  Legend,
  Tooltip,
  ...CHART_PLUGINS,
);

// The library has a font of its own for the ticks and the legend of every chart.
ChartJs.defaults.font.family = getComputedStyle(document.body).fontFamily;

/** A chart on a canvas; what it says in words is its label. */
export function ChartCanvas({ chart, theme }: { chart: Chart; theme: Theme }) {
  const { fontFamily } = useMantineTheme();
  const { type, data, options } = onScreen(inTheme(chart, theme), fontFamily);
  return (
    <Drawn
      type={type}
      data={data}
      options={options}
      role="img"
      aria-label={chart.textAlternative}
      // Chart.js keeps colors that it has resolved.
      key={theme}
    />
  );
}
