import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { newKey } from '../../components/form';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { useRefreshCare } from '../../api/refresh-care';
import { COURSE_POINTERS, CourseFields } from './course-fields';
import { useTyped } from '../../components/dialogs/dialog-draft';
import { beginCourse, friendly } from './new-patient';

interface Props {
  patient: Schemas['PatientResponse'];
  /** The courses the patient had before. */
  before: readonly Schemas['CourseResponse'][];
  opened: boolean;
  onClose: () => void;
  onBegun: (course: Schemas['CourseResponse']) => void;
}

/** Begins a further course of a patient. */
export function NewCourseDialog({ opened, ...rest }: Props) {
  const { patient, onClose } = rest;
  return (
    <FormDialog
      title={`Begin a course for ${patient.chartNumber}`}
      opened={opened}
      kept={{ draft: `patient ${patient.id} course`, seen: null }}
      onClose={onClose}
    >
      <NewCourseForm {...rest} />
    </FormDialog>
  );
}

function NewCourseForm({ patient, before, onClose, onBegun }: Omit<Props, 'opened'>) {
  const typed = useTyped();
  const [key] = useState(() => typed('key', newKey()));
  const refresh = useRefreshCare();
  const begin = useMutation({
    mutationFn: (form: FormData) => beginCourse(form, patient.id, key),
    onSuccess: (course) => {
      refresh();
      onBegun(course);
      onClose();
    },
  });
  return (
    <DialogForm
      submit="Begin the course"
      pending={begin.isPending}
      onSubmit={(form) => begin.mutate(form)}
      onCancel={onClose}
    >
      {/* Kept with what is typed: a second try, also after a reload, begins no second course. */}
      <input type="hidden" name="key" value={key} />
      <CourseFields error={begin.error} before={before.at(-1)} />
      {begin.error && <ProblemNotice error={friendly(begin.error)} shown={COURSE_POINTERS} />}
    </DialogForm>
  );
}
