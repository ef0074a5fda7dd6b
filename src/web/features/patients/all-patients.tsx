import { Button, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { counted } from '../../../domain/numbers/words';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { patientWords } from '../../components/course-words';
import { MarkRules } from '../../components/course/course-marks';
import { Empty } from '../../components/empty';
import { useChoice, usePart } from '../../components/lists/filter-fields';
import { Filters } from '../../components/lists/filters';
import { Loaded } from '../../components/loaded';
import { ANY_STATE, CONCLUDED_STATES } from './courses/course-states';
import { CoursesOfPatients, type PatientRow } from './courses/courses-of-patients';
import { listedOf } from './courses/listed-courses';

const STATES = [
  ANY_STATE,
  { value: 'active', label: 'under way' },
  ...CONCLUDED_STATES,
  { value: 'none', label: 'no course yet' },
] as const;

const USUAL = 'chartNumber';
const ORDERS = [
  { value: USUAL, label: 'by chart number' },
  { value: 'latestStart', label: 'latest start first' },
  { value: 'highestScore', label: 'highest score first' },
  { value: 'leastImproved', label: 'least improved first' },
] as const;

/** Every patient of the clinic with the latest course; the service sorts and looks through them, however many there are. */
export function AllPatients({ onAdd }: { onAdd: () => void }) {
  const part = usePart('find', 'Chart number');
  const state = useChoice('state', 'State', STATES);
  const order = useChoice('sorted', 'Sorted', ORDERS, USUAL);
  const [chartNumberPart] = useDebouncedValue(part.value.trim(), 150);
  const asked = {
    chartNumberPart,
    status: STATES.find(({ value }) => value !== '' && value === state.value)?.value || undefined,
    sort: ORDERS.find(({ value }) => value === order.value)?.value ?? USUAL,
  };
  const patients = usePatients(asked);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = patients;
  const active = [...part.active, ...state.active, ...order.active];
  return (
    <Stack maw={1100}>
      <Filters active={active}>
        {part.field}
        {state.field}
        {order.field}
      </Filters>
      <Loaded query={patients} height={320}>
        {(found) => (
          <>
            <Text size="sm" c="dimmed" role="status">
              {countWords(found.length, hasNextPage, asked)}
            </Text>
            {found.length > 0 && <CoursesOfPatients label="All patients" rows={found.map(rowOf)} />}
            <MarkRules names={found.flatMap(({ latestCourse }) => latestCourse?.marks ?? [])} />
            {found.length === 0 && !isFiltered(asked) && (
              <Empty title="No patient yet" action={<Button onClick={onAdd}>Add a patient</Button>}>
                Add the first one with a chart number and the date of infusion 1. A director can also bring a whole
                spreadsheet under Import.
              </Empty>
            )}
            {hasNextPage && (
              <Button variant="default" maw={240} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

interface Asked {
  chartNumberPart: string;
  status?: Exclude<(typeof STATES)[number]['value'], ''>;
  sort: (typeof ORDERS)[number]['value'];
}

function usePatients(asked: Asked) {
  return useInfiniteQuery({
    queryKey: queryKeys.patientList(asked),
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/patient-summaries', { params: { query: { ...asked, limit: 50, after: pageParam ?? undefined } } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

function rowOf({ patient, latestCourse }: Schemas['PatientSummaryResponse']): PatientRow {
  const { id: patientId, chartNumber } = patient;
  return { patientId, chartNumber, about: patientWords(patient), listed: latestCourse && listedOf(latestCourse) };
}

function isFiltered({ chartNumberPart, status }: Asked): boolean {
  return chartNumberPart !== '' || status !== undefined;
}

function countWords(count: number, more: boolean, asked: Asked): string {
  if (count === 0 && !isFiltered(asked)) return '';
  if (count === 0) return asked.status ? 'No patient is like that.' : `No chart number holds ${asked.chartNumberPart}.`;
  return more ? `The first ${counted(count, 'patient')}.` : `${counted(count, 'patient')}.`;
}
