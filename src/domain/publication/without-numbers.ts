import type { PublicContent, PublicFigure } from './published-document.js';

/**
 * What is the shape of a publication, without what it says?
 *
 * Input: its content. Output: the same rungs, figures and charts, with what is withheld and why, and not one
 * number: every count, value, n, interval and chart is null. Comparing such shapes reveals no patient.
 *
 * @example withoutNumbers(content).figures[0] // label 'Response', value, n and count null, withheld as before
 */
export function withoutNumbers(content: PublicContent): PublicContent {
  const nothing: Pick<PublicFigure, 'value' | 'n' | 'count' | 'ci95'> = {
    value: null,
    n: null,
    count: null,
    ci95: [null, null],
  };
  return {
    ...content,
    ladder: content.ladder.map((rung) => ({ ...rung, count: null })),
    figures: content.figures.map((figure) => ({ ...figure, ...nothing })),
    charts: content.charts.map((chart) => ({ ...chart, chart: null })),
  };
}
