import type { PublicContent, PublicFigure } from './published-document.js';

/**
 * What is the shape of a publication, without what it says?
 *
 * Input: its content. Output: the same rungs, figures, charts and groups, and not one number: every count, bound, value, n,
 * interval and chart is gone. What is withheld stays so, with its reason, which is the same for everything. Whoever compares
 * such shapes learns of no patient.
 *
 * @example withoutNumbers(content).figures[0] // label 'Response', value, n and count null, withheld as before
 */
export function withoutNumbers(content: PublicContent): PublicContent {
  return {
    ...content,
    ...(content.groups && { groups: content.groups.map((group) => ({ ...group, starters: null })) }),
    ladder: content.ladder.map((rung) => ({ ...rung, count: null })),
    figures: content.figures.map(withoutNumber),
    charts: content.charts.map((chart) => ({ ...chart, chart: null })),
  };
}

function withoutNumber({ bound: _bound, ...figure }: PublicFigure): PublicFigure {
  return { ...figure, value: null, n: null, count: null, ci95: [null, null] };
}
