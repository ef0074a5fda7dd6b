import { ENDPOINT_RULES } from '../../../domain/course/judgement/endpoint';
import type { Schemas } from '../../api/client';
import cards from '../../components/cards.module.css';
import { JUDGEMENTS, RULE_WORDS } from '../../components/course/endpoint-words';
import classes from './report.module.css';

const SCORE = 'Score';

/** What the course achieved by each rule of the endpoint, small enough for paper. */
export function EndpointRows({ outcome }: { outcome: Schemas['CourseOutcomeResponse'] }) {
  return (
    <table className={`${classes.scores} ${cards.cards}`}>
      <thead>
        <tr>
          <th>Endpoint</th>
          <th>{SCORE}</th>
          {JUDGEMENTS.map(({ label }) => (
            <th key={label}>{label}</th>
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
  const { total, band } = endpoint;
  return (
    <>
      <td data-label={SCORE}>{`${total}, ${band.label.toLowerCase()}`}</td>
      {JUDGEMENTS.map(({ label, words }) => (
        <td key={label} data-label={label}>
          {words(endpoint)}
        </td>
      ))}
    </>
  );
}
