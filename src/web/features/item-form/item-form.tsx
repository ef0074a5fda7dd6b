import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { SlotName } from '../../../domain/course/record/slots';
import { softWarnings } from '../../../domain/course/rules/warnings';
import type { Answers } from '../../../domain/cudos/items';
import { noTotalBecause } from '../../../domain/cudos/score';
import type { Schemas } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { itemReached } from './asked-items';
import { courseWith, proposedDay, recordedAt } from './course-of-form';
import { EntryFields } from './entry-fields';
import { FormSummary } from './form-summary';
import classes from './item-form.module.css';
import { ItemList } from './item-list';
import { LeftOut } from './left-out';
import { useRecordForm } from './record-form';
import { RecordedNotices } from './recorded-notices';
import { SafetyAlert } from './safety-alert';
import { SaveBar } from './save-bar';
import { SavedForm } from './saved-form';
import { useFormDraft } from './use-form-draft';

interface Props {
  course: Schemas['CourseDetailResponse'];
  slot: SlotName;
  clinic: Schemas['ClinicSettingsResponse'];
}

/** Takes the answers one key each, and says all the while what they add up to and what they ask for. */
export function ItemForm({ course, slot, clinic }: Props) {
  const recorded = recordedAt(course, slot);
  const form = useFormDraft({ courseId: course.id, slot }, recorded, proposedDay(course, slot, clinic.today));
  const [saved, setSaved] = useState<Schemas['RecordedResponse'] | null>(null);
  const [wanted, setWanted] = useState<Answers | null>(null);
  const record = useRecordForm(course, slot, (answer) => {
    form.discard();
    setWanted(null);
    setSaved(answer);
  });

  const { values, changed, change } = form;
  const { answers } = values;
  const amends = recorded !== null;
  const tried = wanted === answers;
  const stale = changed && form.seen !== (recorded?.version ?? null);
  const { error, isPending: pending } = record;

  const save = () => {
    if (saved || stale || pending) return;
    setWanted(answers);
    const some = changed && answers.some((answer) => answer !== null);
    // Who left items out is told so, and says it again.
    if (some && (tried || noTotalBecause(answers) === null)) record.mutate(form);
  };
  useHotkeys([['mod+Enter', save]], []);

  if (saved) {
    const again = () => setSaved(null);
    return <SavedForm saved={saved} course={course} slot={slot} clinic={clinic} onAgain={again} />;
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
          <EntryFields
            values={values}
            onChange={change}
            today={clinic.today}
            amends={amends}
            warnings={warningsOf(softWarnings(wouldBe, slot), error)}
            error={error}
          />
          <SaveBar {...{ answers, changed, tried, amends, pending, error }} />
        </div>
      </div>
    </form>
  );
}

/** What is unusual by what this page knows; else by what the service knew. */
function warningsOf(live: readonly { message: string }[], error: Error | null): string[] {
  const told = error instanceof ApiProblem ? (error.problem.warnings ?? []) : [];
  return (live.length > 0 ? live : told).map(({ message }) => message);
}
