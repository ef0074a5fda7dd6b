import type { PublicContent, PublicFigure, Withheld } from './published-document.js';

/**
 * What is left of a publication that must not be?
 *
 * Input: its content, and why it is refused. Output: the same with every number and chart withheld for that
 * reason, so that nobody learns from a preview what the public may not.
 *
 * Source: this service's definitions (disclosure control).
 *
 * @example allWithheld(content, 'It clashes.').figures[0].withheld // by 'complementary', 'It clashes.'
 */
export function allWithheld(content: PublicContent, reason: string): PublicContent {
  const withheld: Withheld = { rule: 'complementary', reason };
  const nothing: Pick<PublicFigure, 'value' | 'n' | 'count' | 'ci95'> = {
    ...{ value: null, n: null, count: null },
    ci95: [null, null],
  };
  return {
    ...content,
    ladder: content.ladder.map((rung) => ({ ...rung, count: null, withheld })),
    figures: content.figures.map((figure) => ({ ...figure, ...nothing, withheld })),
    charts: content.charts.map((chart) => ({ ...chart, chart: null, withheld })),
  };
}
