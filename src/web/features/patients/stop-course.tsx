import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { STOP_REASONS } from '../../../domain/course/record/stop-reasons';
import type { Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf, textOrNull } from '../../components/form';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { StaleNotice, useVersionedChange } from '../../components/versioned';
import { useSession } from '../../session/session';
import { useRefreshCare } from '../../api/refresh-care';
import { changeCourse } from './change-course';
import { useTyped } from '../../components/dialogs/dialog-draft';
import { statusWords, stopWords } from '../../components/course-words';

interface Props {
  course: Schemas['CourseDetailResponse'];
  opened: boolean;
  onClose: () => void;
}

const POINTERS = ['/stopped/on', '/stopped/reason', '/stopped/note'];
const REASONS = [
  { value: '', label: 'Choose a reason' },
  ...Object.entries(STOP_REASONS).map(([value, label]) => ({ value, label })),
];

/** Notes that a course was given up and why, or takes that back. */
export function StopCourseDialog({ opened, ...rest }: Props) {
  const { course, onClose } = rest;
  const which = `course ${course.number} of ${course.chartNumber}`;
  return (
    <FormDialog
      title={course.stopped ? `Take back the stop of ${which}` : `Stop ${which}`}
      opened={opened}
      kept={{ draft: `course ${course.id} stop`, seen: course.version }}
      onClose={onClose}
    >
      <StopForm {...rest} />
    </FormDialog>
  );
}

function StopForm({ course, onClose }: Omit<Props, 'opened'>) {
  const { stopped } = course;
  const { save, theirs, takeUp } = useVersionedChange(
    course,
    (form, ifMatch) => changeCourse(course.id, ifMatch, { stopped: stopped ? null : stopOf(form) }),
    { onSaved: onClose, onSettled: useRefreshCare() },
  );
  return (
    <DialogForm
      submit={stopped ? 'Take the stop back' : 'Stop the course'}
      pending={save.isPending}
      onSubmit={(form) => save.mutate(form)}
      onCancel={onClose}
    >
      {theirs && <StaleNotice words={statusWords(theirs)} onTakeUp={takeUp} />}
      {stopped ? (
        <Text>It was {stopWords(stopped)}. Taken back, its open visits are due or unresolved again.</Text>
      ) : (
        <StopFields error={save.error} />
      )}
      {save.error && !theirs && <ProblemNotice error={save.error} shown={POINTERS} />}
    </DialogForm>
  );
}

function StopFields({ error }: { error: Error | null }) {
  const typed = useTyped();
  const { today } = useSession().clinic;
  return (
    <>
      <NativeSelect
        label="Why was it given up?"
        name="reason"
        required
        data={REASONS}
        defaultValue={typed('reason', '')}
        data-autofocus
        error={faultOf(error, '/stopped/reason')}
      />
      <TextInput
        type="date"
        label="Day on which it was given up"
        name="on"
        required
        max={today}
        maw={280}
        defaultValue={typed('on', today)}
        error={faultOf(error, '/stopped/on')}
      />
      <Textarea
        label="Note"
        name="note"
        autosize
        minRows={1}
        defaultValue={typed('note', '')}
        error={faultOf(error, '/stopped/note')}
      />
    </>
  );
}

function stopOf(form: FormData): Schemas['Stop'] {
  return {
    on: fieldOf(form, 'on'),
    reason: fieldOf(form, 'reason') as Schemas['Stop']['reason'],
    note: textOrNull(form, 'note'),
  };
}
