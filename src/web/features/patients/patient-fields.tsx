import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf, numberOrNull, textOrNull } from '../../components/form';

interface Props {
  error: Error | null;
  patient?: Schemas['PatientResponse'];
  /** It is recorded already; its course is not yet. */
  readOnly?: boolean;
}

/** Pointers of what may be wrong with the fields below, which say so themselves. */
export const PATIENT_POINTERS = ['/chartNumber', '/initials', '/birthYear', '/sex'];

const SEXES = [
  { value: '', label: 'Not recorded' },
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
];

/** The chart number, and what little else may be kept of a person. */
export function PatientFields({ error, patient, readOnly = false }: Props) {
  const fault = (pointer: string) => faultOf(error, pointer);
  return (
    <>
      <TextInput
        label="Chart number"
        name="chartNumber"
        required
        autoComplete="off"
        data-autofocus={!readOnly || undefined}
        readOnly={readOnly}
        defaultValue={patient?.chartNumber}
        error={fault('/chartNumber')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput
          label="Initials"
          name="initials"
          autoComplete="off"
          readOnly={readOnly}
          defaultValue={patient?.initials ?? ''}
          error={fault('/initials')}
        />
        <TextInput
          label="Year of birth"
          name="birthYear"
          inputMode="numeric"
          autoComplete="off"
          readOnly={readOnly}
          defaultValue={patient?.birthYear ?? ''}
          error={fault('/birthYear')}
        />
        <NativeSelect
          label="Sex"
          name="sex"
          data={SEXES}
          disabled={readOnly}
          defaultValue={patient?.sex ?? ''}
          error={fault('/sex')}
        />
      </SimpleGrid>
    </>
  );
}

export function patientOf(form: FormData): Schemas['NewPatient'] {
  return {
    chartNumber: fieldOf(form, 'chartNumber'),
    initials: textOrNull(form, 'initials'),
    birthYear: numberOrNull(form, 'birthYear'),
    sex: textOrNull(form, 'sex') as Schemas['NewPatient']['sex'],
  };
}
