import type { PublicContent, Withheld } from './published-document.js';
import { withoutNumbers } from './without-numbers.js';

/**
 * What is left of a publication that must not be?
 *
 * Input: its content, and why it is refused. Output: the same with every number and chart withheld for that reason, so that
 * nobody learns from a preview what the public may not.
 *
 * @example allWithheld(content, 'The period ends within a group.').figures[0].withheld // by 'threshold', with that reason
 */
export function allWithheld(content: PublicContent, reason: string): PublicContent {
  const withheld: Withheld = { rule: 'threshold', reason };
  const bare = withoutNumbers(content);
  return {
    ...bare,
    ladder: bare.ladder.map((rung) => ({ ...rung, withheld })),
    figures: bare.figures.map((figure) => ({ ...figure, withheld })),
    charts: bare.charts.map((chart) => ({ ...chart, withheld })),
  };
}
