import { Table, Text } from '@mantine/core';
import { ENDPOINT_RULES } from '../../../domain/course/judgement/endpoint';
import { REMISSION_RULES } from '../../../domain/course/judgement/remission';
import type { Schemas } from '../../api/client';
import cards from '../../components/cards.module.css';
import { basisWords, changeWords, movementOf, RULE_WORDS, yesOrNo } from '../../components/course-words';

type Outcome = Schemas['CourseOutcomeResponse'];
type Endpoint = Schemas['EndpointOutcome'];

/** What is judged of an endpoint, in the order in which it is read. */
const COLUMNS = {
  change: 'Since baseline',
  response: 'Response',
  below20: REMISSION_RULES['below-20'].label,
  atMost10: REMISSION_RULES['at-most-10'].label,
  worsened: 'Worsened',
  reliableChange: 'Reliable change',
};

/** What the course achieved by each rule of the endpoint; infusion 6 is the one that counts. */
export function EndpointTable({ outcome }: { outcome: Outcome }) {
  return (
    <div>
      <Table.ScrollContainer
        minWidth={620}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
        className={cards.scroll}
      >
        <Table verticalSpacing={4} horizontalSpacing={6} fz="sm" className={cards.cards}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Endpoint</Table.Th>
              <Table.Th>Score</Table.Th>
              {Object.values(COLUMNS).map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ENDPOINT_RULES.map((rule) => (
              <Table.Tr key={rule}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {RULE_WORDS[rule]}
                </Table.Th>
                <Cells endpoint={outcome.endpoints[rule] ?? null} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" mt={4}>
        A response is an endpoint of at most half of the baseline. {basisWords(outcome)} “Last observed” stands in for a
        missing infusion 6 and is for comparison only.
      </Text>
    </div>
  );
}

function Cells({ endpoint }: { endpoint: Endpoint | null }) {
  if (endpoint === null) return <Table.Td colSpan={7}>No score yet</Table.Td>;
  const { total, band, reduction, percentReduction } = endpoint;
  return (
    <>
      <Table.Td>
        <b>{total}</b> {band.label}
      </Table.Td>
      <Table.Td data-label={COLUMNS.change}>
        {reduction === null ? 'No baseline' : movementOf(reduction, percentReduction)}
      </Table.Td>
      <Table.Td data-label={COLUMNS.response}>{yesOrNo(endpoint.response)}</Table.Td>
      <Table.Td data-label={COLUMNS.below20}>{yesOrNo(endpoint.remissionBelow20)}</Table.Td>
      <Table.Td data-label={COLUMNS.atMost10}>{yesOrNo(endpoint.remissionAtMost10)}</Table.Td>
      <Table.Td data-label={COLUMNS.worsened}>{yesOrNo(endpoint.worsened)}</Table.Td>
      <Table.Td data-label={COLUMNS.reliableChange}>{changeWords(endpoint.reliableChange)}</Table.Td>
    </>
  );
}
