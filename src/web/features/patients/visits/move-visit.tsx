import { Group, Radio, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { isCalendarDate } from '../../../../domain/calendar/calendar';
import type { ClinicDays } from '../../../../domain/calendar/clinic-days';
import { movedPlan } from '../../../../domain/course/rules/moved-plan';
import { infusionNumber, LAST_INFUSION, slotLabel, type SlotName } from '../../../../domain/course/record/slots';
import { clinicQuery } from '../../../api/clinic-query';
import { courseQuery } from '../../../api/patient-queries';
import { together } from '../../../api/together';
import { useRefreshCare } from '../../../api/refresh-care';
import { useTyped } from '../../../components/dialogs/dialog-draft';
import { fieldOf } from '../../../components/form';
import { DialogForm, FormDialog } from '../../../components/dialogs/form-dialog';
import { Loaded } from '../../../components/loaded';
import { ProblemNotice } from '../../../components/problem-notice';
import { courseRecordOf } from '../../../entries/course-record';
import type { Course } from '../../../entries/entry';
import { changeCourse } from '../change-course';
import type { VisitMove } from './movable-visit';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  move: VisitMove | null;
  onClose: () => void;
  /** Says where it was moved to. */
  onMoved: (words: string) => void;
}

/** Moves the planned day of one infusion, or of it and all that follow. */
export function MoveVisitDialog({ move, ...rest }: Props) {
  return (
    <FormDialog
      title={move ? `${move.chartNumber}: move ${slotLabel(move.slot)}` : ''}
      opened={move !== null}
      onClose={rest.onClose}
    >
      {move && <LoadedForm move={move} {...rest} />}
    </FormDialog>
  );
}

interface FormProps extends Omit<Props, 'move'> {
  move: VisitMove;
}

function LoadedForm(props: FormProps) {
  const course = useQuery(courseQuery(props.move.courseId));
  const clinic = useQuery(clinicQuery);
  return (
    <Loaded query={together(course, clinic)} height={200}>
      {([loaded, days]) => <MoveForm course={loaded} days={days} {...props} />}
    </Loaded>
  );
}

function MoveForm({ course, days, move, onClose, onMoved }: FormProps & { course: Course; days: ClinicDays }) {
  const typed = useTyped();
  const { slot, dueOn, chartNumber } = move;
  const isLast = infusionNumber(slot) === LAST_INFUSION;
  const refresh = useRefreshCare();
  const save = useMutation({
    mutationFn: async (form: FormData) => {
      const on = fieldOf(form, 'on');
      await changeCourse(course.id, `"${course.version}"`, { protocol: planIn(course, slot, form, days) });
      return on;
    },
    onSuccess: (on) => {
      onMoved(`Moved: ${chartNumber}, ${slotLabel(slot)}, to ${dateInWords(on)}.`);
      onClose();
    },
    onSettled: refresh,
  });
  return (
    <DialogForm submit="Move" pending={save.isPending} onSubmit={(form) => save.mutate(form)} onCancel={onClose}>
      <TextInput
        type="date"
        label="New day"
        description={`Planned so far: ${dateInWords(dueOn)}`}
        name="on"
        required
        maw={280}
        data-autofocus
        defaultValue={typed('on', dueOn)}
      />
      {isLast ? (
        <Text size="sm">It is the last infusion of the course.</Text>
      ) : (
        <Radio.Group label="Which infusions move?" name="which" defaultValue={typed('which', 'one')}>
          <Group gap="lg" mt={4}>
            <Radio value="one" label="This one" />
            <Radio value="following" label="This one and all that follow, as far apart as planned" />
          </Group>
        </Radio.Group>
      )}
      {save.error && <ProblemNotice error={save.error} />}
    </DialogForm>
  );
}

/** @throws Error that says why the day can't be. */
function planIn(course: Course, slot: SlotName, form: FormData, days: ClinicDays): number[] {
  const on = fieldOf(form, 'on');
  const infusion = infusionNumber(slot);
  if (infusion === null || !isCalendarDate(on)) throw new Error('The new day must be a day of the calendar.');
  const record = courseRecordOf(
    course,
    course.slots.map((one) => one.slot),
    () => undefined,
  );
  const moved = movedPlan(record, infusion, on, { following: fieldOf(form, 'which') === 'following', days });
  if (moved.fault !== null) throw new Error(moved.fault.message);
  return moved.protocol;
}
