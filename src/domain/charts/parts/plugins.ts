import { dashedLegendPlugin } from './dashed-legend-plugin.js';
import { directLabelsPlugin } from './direct-labels-plugin.js';
import { hatchedBarsPlugin } from './hatched-bars-plugin.js';
import { severityBandsPlugin } from './severity-bands-plugin.js';

/** What pages and server draw beyond what the JSON of a chart can hold. */
export const CHART_PLUGINS = [dashedLegendPlugin, hatchedBarsPlugin, severityBandsPlugin, directLabelsPlugin];
