import { Table, Text } from '@mantine/core';
import { ENDPOINT_RULES } from '../../../domain/course/judgement/endpoint';
import type { Schemas } from '../../api/client';
import cards from '../../components/cards.module.css';
import { basisWords } from '../../components/course-words';
import { JUDGEMENTS, RULE_WORDS } from '../../components/course/endpoint-words';

type Outcome = Schemas['CourseOutcomeResponse'];
type Endpoint = Schemas['EndpointOutcome'];

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
              {JUDGEMENTS.map(({ label }) => (
                <Table.Th key={label}>{label}</Table.Th>
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
  const { total, band } = endpoint;
  return (
    <>
      <Table.Td>
        <b>{total}</b> {band.label}
      </Table.Td>
      {JUDGEMENTS.map(({ label, words }) => (
        <Table.Td key={label} data-label={label}>
          {words(endpoint)}
        </Table.Td>
      ))}
    </>
  );
}
