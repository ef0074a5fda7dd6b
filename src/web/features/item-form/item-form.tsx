import { useHotkeys, useCallbackRef } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SlotName } from '../../../domain/course/record/slots';
import { softWarnings } from '../../../domain/course/rules/warnings';
import type { Answers } from '../../../domain/cudos/items';
import { noTotalBecause } from '../../../domain/cudos/score';
import type { Schemas } from '../../api/client';
import { warningsOf } from '../../api/problem';
import { useRefreshCare } from '../../api/refresh-care';
import { recordedAt } from '../../entries/course-record';
import type { Course } from '../../entries/entry';
import { proposedDay } from '../../entries/proposed-day';
import { useOutbox, usePending, useSaveOrKeep } from '../../entries/outbox/use-outbox';
import { conflictOf } from '../../entries/put-entry';
import { courseWith, plannedAt } from './course-of-form';
import { FormFields } from './form-fields';
import { formWrite, valuesIn } from './form-values';
import { FormSummary } from './form-summary';
import classes from './item-form.module.css';
import { ItemList } from './item-list';
import { itemReached, LeftOut } from './left-out';
import { RecordedNotices } from './recorded-notices';
import { SafetyAlert } from './safety-alert';
import { SaveBar } from './save-bar';
import { SavedForm } from './saved-form';
import { useFormDraft, type DraftedForm } from './use-form-draft';
import { useSavedForm } from './use-saved-form';
import { WaitingForm } from './waiting-form';

interface Props {
  course: Course;
  slot: SlotName;
  clinic: Schemas['ClinicSettingsResponse'];
}

/** Takes one key for each answer, and shows at every key what the answers add up to and which notices they open. */
export function ItemForm({ course, slot, clinic }: Props) {
  const recorded = recordedAt(course, slot);
  const day = proposedDay({ recorded, ...plannedAt(course, slot) }, 'scored', clinic.today);
  const form = useFormDraft({ courseId: course.id, slot }, recorded, day);
  const [saved, setSaved] = useSavedForm(course.id, slot);
  const [wanted, setWanted] = useState<Answers | null>(null);
  const refresh = useRefreshCare();
  const outbox = useOutbox();
  const waiting = usePending({ courseId: course.id, slot });
  const saveOrKeep = useSaveOrKeep();
  const record = useMutation({
    mutationFn: ({ values, seen }: DraftedForm) => saveOrKeep({ courseId: course.id, slot }, formWrite(values), seen),
    onSuccess: (answer) => {
      form.discard();
      setWanted(null);
      setSaved(answer);
      refresh();
    },
    // What somebody else recorded is shown beside what was typed as soon as it is read.
    onError: (error) => conflictOf(error) !== undefined && refresh(),
  });

  const { values, changed, change } = form;
  const { answers, ...typed } = values;
  const onChange = useCallbackRef(change);
  const amends = recorded !== null;
  const tried = wanted === answers;
  const stale = changed && form.seen !== (recorded?.version ?? null);
  const { error, isPending: pending } = record;

  const save = () => {
    if (saved || stale || pending) return;
    setWanted(answers);
    const some = changed && answers.some((answer) => answer !== null);
    // A person who left items out is shown which, and saves a second time.
    if (some && (tried || noTotalBecause(answers) === null)) record.mutate(form);
  };
  useHotkeys([['mod+Enter', save]], []);

  if (saved) {
    const again = () => setSaved(null);
    return <SavedForm saved={saved} course={course} slot={slot} clinic={clinic} onAgain={again} />;
  }
  if (waiting?.write.entry.answers) {
    const takeBack = () => {
      form.takeBack(valuesIn(waiting.write), waiting.base);
      outbox.discard({ courseId: course.id, slot });
      if (waiting.phase.kind === 'conflict') refresh();
    };
    return <WaitingForm pending={waiting} course={course} slot={slot} clinic={clinic} onTakeBack={takeBack} />;
  }
  const wouldBe = courseWith(course, slot, values);
  const reached = itemReached(answers, tried);
  const resources = clinic.crisisResources;
  return (
    <form
      className={classes.form}
      aria-label="Answers"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <RecordedNotices form={form} recorded={recorded} stale={stale} />
      <ItemList
        answers={answers}
        onAnswers={(next) => change({ answers: next })}
        begins={!amends || changed}
        safety={<SafetyAlert answers={answers} reached={reached} resources={resources} />}
      />
      <div className={classes.side}>
        <FormSummary slot={slot} course={wouldBe} answers={answers} />
        <div className={classes.entry}>
          <LeftOut answers={answers} reached={reached} />
          <FormFields
            {...typed}
            onChange={onChange}
            today={clinic.today}
            amends={amends}
            warnings={messagesOf(softWarnings(wouldBe, slot), error)}
            error={error}
          />
          <SaveBar {...{ answers, changed, tried, amends, pending, error }} />
        </div>
      </div>
    </form>
  );
}

/** What is unusual by what this page knows; else by what the service knew. */
function messagesOf(live: readonly { message: string }[], error: Error | null): string {
  return (live.length > 0 ? live : warningsOf(error)).map(({ message }) => message).join('\n');
}
