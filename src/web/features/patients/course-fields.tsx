import { Group, NativeSelect, Radio, SimpleGrid, TextInput } from '@mantine/core';
import { INDICATIONS } from '../../../domain/course/record/indications';
import { DEFAULT_PROTOCOL } from '../../../domain/course/record/protocol';
import type { Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf } from '../../components/form';
import { useSession } from '../../session/session';
import { ClinicianField } from './clinician-field';
import { useTyped } from '../../components/dialog-draft';
import { numbersOf, textOrNull } from './typed';
import { KIND_LABELS } from '../../components/course-words';

interface Props {
  error: Error | null;
  course?: Schemas['CourseResponse'];
  /** The kind that is proposed for a new course. */
  kind?: Schemas['CourseResponse']['kind'];
}

/** Pointers of what may be wrong with the fields below, which say so themselves. */
export const COURSE_POINTERS = ['/kind', '/indication', '/startedOn', '/protocol', '/clinicianId'];

const INDICATION_CHOICES = Object.entries(INDICATIONS).map(([value, label]) => ({ value, label }));

/** What a course is, when it began, and on which days its infusions are planned. */
export function CourseFields({ error, course, kind = 'induction' }: Props) {
  const { today } = useSession().clinic;
  const typed = useTyped();
  const fault = (pointer: string) => faultOf(error, pointer);
  return (
    <>
      <Radio.Group
        label="Kind of course"
        name="kind"
        defaultValue={typed('kind', course?.kind ?? kind)}
        error={fault('/kind')}
      >
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
          defaultValue={typed('indication', course?.indication ?? 'unspecified')}
          error={fault('/indication')}
        />
      </SimpleGrid>
      <TextInput
        label="Planned days of the six infusions"
        description="Counted in days from the first, which is day 0"
        name="protocol"
        autoComplete="off"
        defaultValue={typed('protocol', (course?.protocol ?? DEFAULT_PROTOCOL).join(', '))}
        error={fault('/protocol')}
      />
      <ClinicianField error={error} clinicianId={course?.clinicianId} />
    </>
  );
}

export function courseOf(form: FormData): Schemas['NewCourse'] {
  return {
    kind: fieldOf(form, 'kind') as Schemas['NewCourse']['kind'],
    indication: fieldOf(form, 'indication') as Schemas['NewCourse']['indication'],
    startedOn: fieldOf(form, 'startedOn'),
    protocol: numbersOf(form, 'protocol'),
    clinicianId: textOrNull(form, 'clinicianId'),
  };
}
