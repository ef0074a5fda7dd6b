import { Group, NativeSelect, Radio, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { INDICATIONS } from '../../../domain/course/record/indications';
import {
  DEFAULT_MAINTENANCE_WEEKS,
  DEFAULT_PROTOCOL,
  everyWeeks,
  intervalWeeksOf,
  isIntervalWeeks,
  LONGEST_INTERVAL_WEEKS,
} from '../../../domain/course/record/protocol';
import { clinicQuery } from '../../api/clinic-query';
import type { Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf, numbersOf, textOrNull } from '../../components/form';
import { useSession } from '../../session/session';
import { ClinicianField } from './clinician-field';
import { useTyped } from '../../components/dialogs/dialog-draft';
import { KIND_LABELS } from '../../components/course-words';

interface Props {
  error: Error | null;
  course?: Schemas['CourseResponse'];
  /** The course before a new one: maintenance is proposed, with its indication and clinician. */
  before?: Schemas['CourseResponse'];
}

/** Pointers of what may be wrong with the fields below, which say so themselves. */
export const COURSE_POINTERS = ['/kind', '/indication', '/startedOn', '/protocol', '/clinicianId'];

const INDICATION_CHOICES = Object.entries(INDICATIONS).map(([value, label]) => ({ value, label }));

/** What a course is, when it began, and on which days its infusions are planned. */
export function CourseFields({ error, course, before }: Props) {
  const { today } = useSession().clinic;
  const typed = useTyped();
  const [kind, setKind] = useState(typed('kind', course?.kind ?? (before ? 'maintenance' : 'induction')));
  const fault = (pointer: string) => faultOf(error, pointer);
  return (
    <>
      <Radio.Group label="Kind of course" name="kind" value={kind} onChange={setKind} error={fault('/kind')}>
        <Group gap="lg" mt={4}>
          {Object.entries(KIND_LABELS).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label="Date of infusion 1"
          name="startedOn"
          required
          max={today}
          defaultValue={typed('startedOn', course?.startedOn ?? today)}
          error={fault('/startedOn')}
        />
        <NativeSelect
          label="Indication"
          name="indication"
          data={INDICATION_CHOICES}
          defaultValue={typed('indication', (course ?? before)?.indication ?? 'unspecified')}
          error={fault('/indication')}
        />
      </SimpleGrid>
      <PlanField kind={kind} error={fault('/protocol')} protocol={course?.protocol} />
      <ClinicianField error={error} clinicianId={course?.clinicianId} proposed={before?.clinicianId} />
    </>
  );
}

interface PlanProps {
  kind: string;
  error: string | null;
  /** Of the course; undefined for one that is new. */
  protocol: readonly number[] | undefined;
}

/** When the infusions are planned: maintenance in a rhythm of weeks, unless its plan is another. */
function PlanField({ kind, error, protocol }: PlanProps) {
  const typed = useTyped();
  const { data: clinic } = useQuery(clinicQuery);
  const ofClinic = clinic?.maintenanceIntervalWeeks ?? DEFAULT_MAINTENANCE_WEEKS;
  const weeks = protocol === undefined ? ofClinic : intervalWeeksOf(protocol);
  if (kind === 'maintenance' && weeks !== null) {
    return (
      <TextInput
        key={weeks}
        label="Weeks between infusions"
        description={`1 to ${LONGEST_INTERVAL_WEEKS}; the clinic’s rhythm is ${ofClinic}`}
        name="intervalWeeks"
        inputMode="numeric"
        autoComplete="off"
        maw={280}
        defaultValue={typed('intervalWeeks', String(weeks))}
        error={error}
      />
    );
  }
  return (
    <TextInput
      label="Planned days of the six infusions"
      description="Counted in days from the first, which is day 0"
      name="protocol"
      autoComplete="off"
      defaultValue={typed('protocol', (protocol ?? DEFAULT_PROTOCOL).join(', '))}
      error={error}
    />
  );
}

/** @throws Error that says what the weeks between infusions must be. */
export function courseOf(form: FormData): Schemas['NewCourse'] {
  return {
    kind: fieldOf(form, 'kind') as Schemas['NewCourse']['kind'],
    indication: fieldOf(form, 'indication') as Schemas['NewCourse']['indication'],
    startedOn: fieldOf(form, 'startedOn'),
    protocol: form.has('intervalWeeks') ? everyWeeks(weeksIn(form)) : numbersOf(form, 'protocol'),
    clinicianId: textOrNull(form, 'clinicianId'),
  };
}

function weeksIn(form: FormData): number {
  const weeks = Number(fieldOf(form, 'intervalWeeks').trim());
  if (isIntervalWeeks(weeks)) return weeks;
  throw new Error(`The weeks between infusions are a whole number from 1 to ${LONGEST_INTERVAL_WEEKS}.`);
}
