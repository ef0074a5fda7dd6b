import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../domain/numbers/words';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { Empty } from '../../components/empty';
import { useInAddress } from '../../components/in-address';
import { Loaded } from '../../components/loaded';

type Patient = Schemas['PatientResponse'];

interface Props {
  /** Leads to other patients. */
  choice: ReactNode;
  onAdd: () => void;
}

/** Every patient of the clinic by chart number, whatever became of the courses. */
export function AllPatients({ choice, onAdd }: Props) {
  const [typed, setTyped] = useInAddress('find');
  const [chartNumber] = useDebouncedValue(typed.trim(), 150);
  const patients = usePatients(chartNumber);
  return (
    <Stack maw={900}>
      <Group align="flex-end">
        {choice}
        <TextInput
          label="Chart number begins with"
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Group>
      <Loaded query={patients}>
        {(found) => (
          <>
            <Text size="sm" c="dimmed" role="status">
              {countWords(found.length, patients.hasNextPage, chartNumber)}
            </Text>
            {found.length > 0 && <PatientTable patients={found} />}
            {found.length === 0 && chartNumber === '' && (
              <Empty title="No patient yet" action={<Button onClick={onAdd}>Add a patient</Button>}>
                Add the first one with a chart number and the date of infusion 1. A director can also bring a whole
                spreadsheet under Import.
              </Empty>
            )}
            {patients.hasNextPage && (
              <Button
                variant="default"
                maw={240}
                loading={patients.isFetchingNextPage}
                onClick={() => void patients.fetchNextPage()}
              >
                Show more
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function usePatients(chartNumber: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.patientList(chartNumber),
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/patients', {
          params: { query: { chartNumber, limit: 50, after: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

function countWords(count: number, more: boolean, chartNumber: string): string {
  if (count === 0) return chartNumber === '' ? '' : `No chart number begins with ${chartNumber}.`;
  const patients = counted(count, 'patient');
  return more ? `The first ${patients}.` : `${patients}.`;
}

function PatientTable({ patients }: { patients: readonly Patient[] }) {
  return (
    <Table highlightOnHover verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Chart number</Table.Th>
          <Table.Th>Initials</Table.Th>
          <Table.Th>Year of birth</Table.Th>
          <Table.Th>Sex</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {patients.map(({ id, chartNumber, initials, birthYear, sex }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor component={Link} href={`/patients/${id}`} fw={600}>
                {chartNumber}
              </Anchor>
            </Table.Td>
            <Table.Td>{initials}</Table.Td>
            <Table.Td>{birthYear}</Table.Td>
            <Table.Td>{sex}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
