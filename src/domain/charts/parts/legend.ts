import { isBandLabel } from './bands.js';

/**
 * Does this entry belong into the legend of a chart whose bands carry their words inside?
 *
 * Input: an entry of a Chart.js legend. Output: false for the bands and for datasets without a name, which
 * only bound an area. For `options.plugins.legend.labels.filter`, which JSON can't hold.
 *
 * @example belongsInLegend({ text: 'Responders' }) // true
 */
export function belongsInLegend({ text }: { text: string }): boolean {
  return text !== '' && !isBandLabel(text);
}
