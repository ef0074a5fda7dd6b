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
import { Chart as Drawn } from 'react-chartjs-2';
import type { Schemas } from '../api/client';
import { severityBands } from './chart-bands';
import { inTheme } from './chart-theme';
import { onScreen } from './chart-screen';
import { theme } from '../theme';

ChartJs.register(
  ...[BarController, BubbleController, LineController],
  ...[BarElement, LineElement, PointElement, CategoryScale, LinearScale],
  ...[Filler, Legend, Tooltip, severityBands],
);

ChartJs.defaults.font.family = theme.fontFamily;

/** A chart on a canvas; what it says in words is its label. */
export default function ChartCanvas({ chart, dark }: { chart: Schemas['Chart']; dark: boolean }) {
  const { type, data, options } = inTheme(onScreen(chart), dark);
  return (
    <Drawn
      type={type}
      data={data}
      options={options}
      role="img"
      aria-label={chart.textAlternative}
      // Another scheme changes colours only, but Chart.js keeps those of axes it has resolved.
      key={dark ? 'dark' : 'light'}
    />
  );
}
