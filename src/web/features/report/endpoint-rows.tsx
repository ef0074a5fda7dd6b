import { ENDPOINT_RULES } from '../../../domain/course/judgement/endpoint';
import { REMISSION_RULES } from '../../../domain/course/judgement/remission';
import type { Schemas } from '../../api/client';
import cards from '../../components/cards.module.css';
import { changeWords, movementOf, RULE_WORDS, yesOrNo } from '../../components/course-words';
import classes from './report.module.css';

const COLUMNS = {
  score: 'Score',
  since: 'Since baseline',
  response: 'Response',
  remissionBelow20: REMISSION_RULES['below-20'].label,
  remissionAtMost10: REMISSION_RULES['at-most-10'].label,
  worsened: 'Worsened',
  reliableChange: 'Reliable change',
} as const;

/** What the course achieved by each rule of the endpoint, small enough for paper. */
export function EndpointRows({ outcome }: { outcome: Schemas['CourseOutcomeResponse'] }) {
  return (
    <table className={`${classes.scores} ${cards.cards}`}>
      <thead>
        <tr>
          <th>Endpoint</th>
          {Object.values(COLUMNS).map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ENDPOINT_RULES.map((rule) => (
          <tr key={rule}>
            <th scope="row">{RULE_WORDS[rule]}</th>
            <Cells endpoint={outcome.endpoints[rule] ?? null} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ endpoint }: { endpoint: Schemas['EndpointOutcome'] | null }) {
  if (endpoint === null) return <td colSpan={7}>No score yet</td>;
  const { total, band, reduction, percentReduction } = endpoint;
  const said = {
    score: `${total}, ${band.label.toLowerCase()}`,
    since: reduction === null ? 'No baseline' : movementOf(reduction, percentReduction),
    response: yesOrNo(endpoint.response),
    remissionBelow20: yesOrNo(endpoint.remissionBelow20),
    remissionAtMost10: yesOrNo(endpoint.remissionAtMost10),
    worsened: yesOrNo(endpoint.worsened),
    reliableChange: changeWords(endpoint.reliableChange),
  };
  return (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((name) => (
    <td key={name} data-label={COLUMNS[name]}>
      {said[name]}
    </td>
  ));
}
