import { Anchor, Button, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { countInFigures } from '../../../domain/numbers/words';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { Empty } from '../../components/empty';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { AddedNotice } from './added-notice';
import { NewPatientDialog, type Added } from './new-patient';

type Patient = Schemas['PatientResponse'];

/** Every patient of the clinic by chart number. */
export default function PatientsPage() {
  const [adding, { open, close }] = useDisclosure(false);
  const [added, setAdded] = useState<Added | null>(null);
  const [typed, setTyped] = useState('');
  const [chartNumber] = useDebouncedValue(typed.trim(), 150);
  const patients = usePatients(chartNumber);
  return (
    <Page title="Patients" actions={<Button onClick={open}>Add a patient</Button>}>
      <Stack maw={900}>
        <AddedNotice added={added} />
        <TextInput
          label="Chart number begins with"
          autoComplete="off"
          maw={320}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Loaded query={patients}>
          {(found) => (
            <>
              <Text size="sm" c="dimmed" role="status">
                {countWords(found.length, patients.hasNextPage, chartNumber)}
              </Text>
              {found.length > 0 && <PatientTable patients={found} />}
              {found.length === 0 && chartNumber === '' && (
                <Empty title="No patient yet" action={<Button onClick={open}>Add a patient</Button>}>
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
      <NewPatientDialog opened={adding} onClose={close} onAdded={setAdded} />
    </Page>
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
  const patients = count === 1 ? '1 patient' : `${countInFigures(count)} patients`;
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
