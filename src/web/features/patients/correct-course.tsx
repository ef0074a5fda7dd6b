import type { Schemas } from '../../api/client';
import { changesOf } from '../../components/changes-of';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { StaleNotice, useVersionedChange } from '../../components/versioned';
import { useRefreshCare } from '../../api/refresh-care';
import { changeCourse } from './change-course';
import { COURSE_POINTERS, CourseFields, courseOf } from './course-fields';
import { courseWords, indicationWords } from '../../components/course-words';

interface Props {
  course: Schemas['CourseDetailResponse'];
  opened: boolean;
  onClose: () => void;
}

/** Corrects what a course is, when it began, and its planned days. */
export function CorrectCourseDialog({ opened, ...rest }: Props) {
  const { course, onClose } = rest;
  return (
    <FormDialog
      title={`Correct course ${course.number} of ${course.chartNumber}`}
      opened={opened}
      kept={{ draft: `course ${course.id} correct`, seen: course.version }}
      onClose={onClose}
    >
      <CorrectCourseForm {...rest} />
    </FormDialog>
  );
}

function CorrectCourseForm({ course, onClose }: Omit<Props, 'opened'>) {
  const { save, theirs, takeUp } = useVersionedChange(
    course,
    (form, ifMatch, before) => changeCourse(course.id, ifMatch, changesOf(courseOf(form), before)),
    { onSaved: onClose, onSettled: useRefreshCare() },
  );
  return (
    <DialogForm submit="Save" pending={save.isPending} onSubmit={(form) => save.mutate(form)} onCancel={onClose}>
      {theirs && <StaleNotice words={`${courseWords(theirs)}\u00a0· ${indicationWords(theirs)}`} onTakeUp={takeUp} />}
      <CourseFields error={save.error} course={course} />
      {save.error && !theirs && <ProblemNotice error={save.error} shown={COURSE_POINTERS} />}
    </DialogForm>
  );
}
