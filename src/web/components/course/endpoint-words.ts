import type { EndpointRule } from '../../../domain/course/judgement/endpoint';
import { REMISSION_RULES } from '../../../domain/course/judgement/remission';
import type { Schemas } from '../../api/client';
import { movementOf } from '../course-words';

type Endpoint = Schemas['EndpointOutcome'];

export const RULE_WORDS: Record<EndpointRule, string> = {
  'infusion-6': 'Infusion 6',
  'last-observed': 'Last observed',
  'post-series': 'Post-series',
};

/** What is judged of an endpoint, in the order in which it is read, each with its words. */
export const JUDGEMENTS: readonly { label: string; words: (endpoint: Endpoint) => string }[] = [
  {
    label: 'Since baseline',
    words: ({ reduction, percentReduction }) =>
      reduction === null ? 'No baseline' : movementOf(reduction, percentReduction),
  },
  { label: 'Response', words: ({ response }) => yesOrNo(response) },
  { label: REMISSION_RULES['below-20'].label, words: ({ remissionBelow20 }) => yesOrNo(remissionBelow20) },
  { label: REMISSION_RULES['at-most-10'].label, words: ({ remissionAtMost10 }) => yesOrNo(remissionAtMost10) },
  { label: 'Worsened', words: ({ worsened }) => yesOrNo(worsened) },
  { label: 'Reliable change', words: ({ reliableChange }) => changeWords(reliableChange) },
];

function yesOrNo(value: boolean | null): string {
  if (value === null) return 'Not known';
  return value ? 'Yes' : 'No';
}

function changeWords(change: Endpoint['reliableChange']): string {
  if (change === null) return 'Not known';
  return { improved: 'Improved', none: 'None', worsened: 'Worsened' }[change];
}
