import { Alert, Anchor, Fieldset, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, bodyOf, type Schemas } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { fieldOf, newKey, textOrNull } from '../../components/form';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { savedAfterAll, warningsOf } from '../../api/problem';
import { useRefreshCare } from '../../api/refresh-care';
import { Confirmation, useWarnings } from './confirmation';
import { COURSE_POINTERS, CourseFields, courseOf } from './course-fields';
import { PATIENT_POINTERS, PatientFields, patientOf } from './patient-fields';
import { TakenNumber } from './taken-number';

type Patient = Schemas['PatientResponse'];

/** What was added: a patient with a first course. */
export interface Added {
  patient: Patient;
  course: Schemas['CourseResponse'];
}

interface Props {
  opened: boolean;
  onClose: () => void;
  onAdded: (added: Added) => void;
}

/** Records a patient and the first course in one step, from any page. */
export function NewPatientDialog({ opened, onClose, onAdded }: Props) {
  return (
    <FormDialog title="Add a patient and a course" opened={opened} onClose={onClose}>
      <NewPatientForm onClose={onClose} onAdded={onAdded} />
    </FormDialog>
  );
}

function NewPatientForm({ onClose, onAdded }: Omit<Props, 'opened'>) {
  const { add, patient, warnings } = useAdding((added) => {
    onAdded(added);
    onClose();
  });
  const { error } = add;
  return (
    <DialogForm
      submit={patient ? 'Add the course' : 'Add'}
      pending={add.isPending}
      onSubmit={(form) => add.mutate(form)}
      onCancel={onClose}
    >
      <Fieldset legend="Patient">
        <Stack gap="sm">
          <PatientFields error={error} readOnly={patient !== null} />
          {isTaken(error) && add.variables && (
            <TakenNumber chartNumber={fieldOf(add.variables, 'chartNumber').trim()} />
          )}
          {!patient && (
            <Text size="sm" c="dimmed">
              Nothing else of a person is kept; all but the chart number may be left empty.
            </Text>
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend="First course">
        <Stack gap="sm">
          <CourseFields error={error} />
        </Stack>
      </Fieldset>
      {!patient && <Confirmation error={error} warnings={warnings} label="How do you know it is another person?" />}
      {error && patient && <RecordedWithoutCourse patient={patient} />}
      {error && warningsOf(error).length === 0 && (
        <ProblemNotice error={friendly(error)} shown={[...PATIENT_POINTERS, ...COURSE_POINTERS]} />
      )}
    </DialogForm>
  );
}

/** Two requests, each with a key of its own that is kept until it is answered, so that no retry makes a second one. */
function useAdding(onAdded: (added: Added) => void) {
  const [keys] = useState(() => ({ patient: newKey(), course: newKey() }));
  const [patient, setPatient] = useState<Patient | null>(null);
  const [warnings, noteWarnings] = useWarnings();
  const refresh = useRefreshCare();
  const add = useMutation({
    mutationFn: async (form: FormData) => {
      const recorded = patient ?? (await recordPatient(form, keys.patient));
      setPatient(recorded);
      return { patient: recorded, course: await beginCourse(form, recorded.id, keys.course) };
    },
    onSuccess: onAdded,
    onError: noteWarnings,
    onSettled: refresh,
  });
  return { add, patient, warnings };
}

function recordPatient(form: FormData, key: string): Promise<Patient> {
  const overrideReason = textOrNull(form, 'overrideReason') ?? undefined;
  return bodyOf(
    api.POST('/v1/patients', {
      params: { header: { 'Idempotency-Key': key } },
      body: { ...patientOf(form), overrideReason },
    }),
  );
}

/** Begins a patient's next course; the same key begins it once. */
export function beginCourse(form: FormData, patientId: string, key: string): Promise<Schemas['CourseResponse']> {
  return bodyOf(
    api.POST('/v1/patients/{patientId}/courses', {
      params: { path: { patientId }, header: { 'Idempotency-Key': key } },
      body: courseOf(form),
    }),
  );
}

/** Has another patient this chart number? */
function isTaken(error: Error | null): boolean {
  return error instanceof ApiProblem && error.type === 'conflict';
}

export function friendly(error: Error): Error {
  return savedAfterAll(error, 'open the patient and correct it there.');
}

function RecordedWithoutCourse({ patient }: { patient: Patient }) {
  return (
    <Alert color="petrol" variant="light" title={`${patient.chartNumber} is recorded, the course not yet`}>
      What you typed is kept: correct it or try again. You can also begin the course later, on{' '}
      <Anchor component={Link} href={`/patients/${patient.id}`} inherit underline="always">
        the patient’s page
      </Anchor>
      .
    </Alert>
  );
}
