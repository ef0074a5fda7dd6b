import { ENDPOINT_RULES } from '../../../domain/course/judgement/endpoint';
import { REMISSION_RULES } from '../../../domain/course/judgement/remission';
import type { Schemas } from '../../api/client';
import { changeWords, movementOf, RULE_WORDS, yesOrNo } from '../../components/course-words';
import classes from './report.module.css';

/** What the course achieved by each rule of the endpoint, small enough for paper. */
export function EndpointRows({ outcome }: { outcome: Schemas['CourseOutcomeResponse'] }) {
  return (
    <table className={classes.scores}>
      <thead>
        <tr>
          <th>Endpoint</th>
          <th>Score</th>
          <th>Since baseline</th>
          <th>Response</th>
          <th>{REMISSION_RULES['below-20'].label}</th>
          <th>{REMISSION_RULES['at-most-10'].label}</th>
          <th>Worsened</th>
          <th>Reliable change</th>
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
  return (
    <>
      <td>
        {total}, {band.label.toLowerCase()}
      </td>
      <td>{reduction === null ? 'No baseline' : movementOf(reduction, percentReduction)}</td>
      <td>{yesOrNo(endpoint.response)}</td>
      <td>{yesOrNo(endpoint.remissionBelow20)}</td>
      <td>{yesOrNo(endpoint.remissionAtMost10)}</td>
      <td>{yesOrNo(endpoint.worsened)}</td>
      <td>{changeWords(endpoint.reliableChange)}</td>
    </>
  );
}
