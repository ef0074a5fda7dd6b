import { isBandLabel } from './bands.js';
import { isNamedAtLine } from './line-names-plugin.js';

/** What subtitles say how it is drawn, and what the axis says. */
const SAID_ELSEWHERE = /^(95 % interval|Middle half|Standardized response$)/;

interface Data {
  datasets: readonly { label?: string }[];
}

/**
 * Does this entry belong into the legend of a chart that is drawn with our plugins?
 *
 * Input: an entry of a Chart.js legend, and the data of the chart. Output: false for the bands, whose words are at them; for
 * datasets without a name, which only bound an area; for what the subtitle says how it is drawn; for a line that has its name at it; and
 * for a series that is alone, whose name the axis has. For `options.plugins.legend.labels.filter`, which JSON can't hold.
 *
 * @example belongsInLegend({ text: 'Responders', datasetIndex: 0 }, data of responders and others) // true
 */
export function belongsInLegend(
  { text, datasetIndex = -1 }: { text: string; datasetIndex?: number },
  data: Data,
): boolean {
  const isAlone = data.datasets.filter(({ label = '' }) => needsKey(label)).length < 2;
  return needsKey(text) && !isAlone && !isNamedAtLine(data, datasetIndex);
}

function needsKey(label: string): boolean {
  return label !== '' && !isBandLabel(label) && !SAID_ELSEWHERE.test(label);
}
