import type { Refusal } from '../disclosure/refusal.js';
import type { PublicContent, Withheld } from './published-document.js';
import { withoutNumbers } from './without-numbers.js';

/**
 * What is left of a publication that must not be?
 *
 * Input: its content, and its refusal. Output: the same with every number and chart withheld by the rule of the
 * refusal and for its reason, so that nobody learns from a preview what the public may not.
 *
 * @example allWithheld(content, refusal by 'differencing').figures[0].withheld // by 'differencing', the same reason
 */
export function allWithheld(content: PublicContent, { rule, reason }: Refusal): PublicContent {
  const withheld: Withheld = { rule, reason };
  const bare = withoutNumbers(content);
  return {
    ...bare,
    ladder: bare.ladder.map((rung) => ({ ...rung, withheld })),
    figures: bare.figures.map((figure) => ({ ...figure, withheld })),
    charts: bare.charts.map((chart) => ({ ...chart, withheld })),
  };
}
