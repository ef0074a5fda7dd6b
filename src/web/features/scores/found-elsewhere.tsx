import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { ProblemNotice } from '../../components/problem-notice';
import classes from './scores.module.css';

const SHOWN = 8;
const LEAST_TYPED = 2;

interface Props {
  typed: string;
  /** The patients of the rows that are shown. */
  shown: ReadonlySet<string>;
  /** Puts a course in the table, also where it has ended. */
  onShow: (courseId: string) => void;
}

/** Patients whose number holds what is searched and who have no row: their last course can be put in the table. */
export function FoundElsewhere({ typed, shown, onShow }: Props) {
  const [part] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: queryKeys.patientsHolding(part),
    queryFn: () =>
      bodyOf(api.GET('/v1/patients', { params: { query: { chartNumberPart: part, limit: SHOWN + shown.size } } })),
    enabled: part.length >= LEAST_TYPED,
    placeholderData: keepPreviousData,
  });
  const show = useMutation({
    mutationFn: async (patient: Patient) => {
      const courses = await coursesOf(patient.id);
      const last = courses.toSorted((a, b) => a.startedOn.localeCompare(b.startedOn)).at(-1);
      if (!last) throw new Error(`${patient.chartNumber} has no course yet. Begin one on the page of the patient.`);
      return last.id;
    },
    onSuccess: onShow,
  });
  if (part.length < LEAST_TYPED) return null;
  const others = (data?.items ?? []).filter(({ id }) => !shown.has(id)).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <section aria-label="Found without a course under way" className={classes.found}>
      <Group gap="xs">
        <Text size="sm">Also found, not under way:</Text>
        {others.map((patient) => (
          <Button
            key={patient.id}
            size="compact-sm"
            variant="default"
            className={classes.target}
            loading={show.isPending && show.variables?.id === patient.id}
            onClick={() => show.mutate(patient)}
          >
            <span>
              <Facts patient={patient} />
            </span>
          </Button>
        ))}
      </Group>
      {show.error && <ProblemNotice error={show.error} />}
    </section>
  );
}

type Patient = Schemas['PatientResponse'];

/** Each apart from the others: letters that are written from right to left would take the year to their left. */
function Facts({ patient: { chartNumber, initials, birthYear } }: { patient: Patient }) {
  return [chartNumber, initials, birthYear]
    .filter((fact) => fact !== null)
    .map((fact, at) => (
      <Fragment key={at}>
        {at > 0 && '\u00a0· '}
        <bdi>{fact}</bdi>
      </Fragment>
    ));
}

async function coursesOf(patientId: string) {
  const path = { patientId };
  return (await bodyOf(api.GET('/v1/patients/{patientId}/courses', { params: { path } }))).items;
}
