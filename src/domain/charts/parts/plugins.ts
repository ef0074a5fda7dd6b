import { dayTicksPlugin } from './day-ticks-plugin.js';
import { directLabelsPlugin } from './direct-labels-plugin.js';
import { endTicksPlugin } from './end-ticks-plugin.js';
import { hatchedBarsPlugin } from './hatched-bars-plugin.js';
import { legendPlugin } from './legend-plugin.js';
import { lineNamesPlugin } from './line-names-plugin.js';
import { severityBandsPlugin } from './severity-bands-plugin.js';

/** What pages and server draw beyond what the JSON of a chart can hold. */
export const CHART_PLUGINS = [
  dayTicksPlugin,
  endTicksPlugin,
  legendPlugin,
  hatchedBarsPlugin,
  severityBandsPlugin,
  directLabelsPlugin,
  lineNamesPlugin,
];
