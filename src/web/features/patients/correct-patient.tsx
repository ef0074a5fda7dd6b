import { api, bodyOf, type Schemas } from '../../api/client';
import { changesOf } from '../../components/changes-of';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { StaleNotice, useVersionedChange } from '../../components/versioned';
import { useRefreshCare } from '../../api/refresh-care';
import { Confirmation, useWarnings } from './confirmation';
import { warningsOf } from '../../api/problem';
import { PATIENT_POINTERS, PatientFields, patientOf } from './patient-fields';
import { textOrNull } from '../../components/form';
import { patientWords } from '../../components/course-words';

interface Props {
  patient: Schemas['PatientResponse'];
  opened: boolean;
  onClose: () => void;
}

/** Corrects a chart number or what else is kept of the patient. */
export function CorrectPatientDialog({ opened, ...rest }: Props) {
  return (
    <FormDialog title={`Correct patient ${rest.patient.chartNumber}`} opened={opened} onClose={rest.onClose}>
      <CorrectPatientForm {...rest} />
    </FormDialog>
  );
}

function CorrectPatientForm({ patient, onClose }: Omit<Props, 'opened'>) {
  const [warnings, noteWarnings] = useWarnings();
  const { save, theirs, takeUp } = useVersionedChange(
    patient,
    (form, ifMatch, before) =>
      bodyOf(
        api.PATCH('/v1/patients/{id}', {
          params: { path: { id: patient.id }, header: { 'If-Match': ifMatch } },
          body: {
            ...changesOf(patientOf(form), before),
            overrideReason: textOrNull(form, 'overrideReason') ?? undefined,
          },
        }),
      ),
    { onSaved: onClose, onError: noteWarnings, onSettled: useRefreshCare() },
  );
  return (
    <DialogForm submit="Save" pending={save.isPending} onSubmit={(form) => save.mutate(form)} onCancel={onClose}>
      {theirs && (
        <StaleNotice
          words={[theirs.chartNumber, patientWords(theirs)].filter(Boolean).join('\u00a0· ')}
          onTakeUp={takeUp}
        />
      )}
      <PatientFields error={save.error} patient={patient} />
      <Confirmation error={save.error} warnings={warnings} label="How do you know it is another person?" />
      {save.error && !theirs && warningsOf(save.error).length === 0 && (
        <ProblemNotice error={save.error} shown={PATIENT_POINTERS} />
      )}
    </DialogForm>
  );
}
