import { Button, FocusTrap, Group, Stack, Text, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { MissedReason } from '../../../../domain/course/record/stop-reasons.js';
import { showInstant } from '../../../components/dates';
import { entryOf, type Course } from '../../../entries/entry';
import { useSession } from '../../../session/session';
import { cellName, shownEntry, type Cell } from '../store/cells';
import { withDay } from '../store/words';
import { dateOf, type Dates } from './cell-date';
import { Choices } from './choices';
import type { Question } from './grid-state';
import { AMENDMENT_CHOICES, MISSED_CHOICES, OVERRIDE_CHOICES, type KeyedChoice } from './reasons';
import { ReplacedValue } from './replaced-value';

/** What follows from the person's reply. */
export interface ReplyHandlers {
  onMissed: (reason: MissedReason, note: string | null) => void;
  onDate: (date: string) => void;
  onOverride: (reason: string) => void;
  onAmendment: (question: Extract<Question, { kind: 'amendment' }>, reason: string) => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onDismiss: () => void;
}

interface Props {
  question: Question;
  course: Course;
  cell: Cell;
  dates: Dates;
  handlers: ReplyHandlers;
}

/** A question beside the cell, settled by one key and left by Esc. */
export function QuestionPanel(props: Props) {
  const { question, handlers, course, cell } = props;
  const panel = useRef<HTMLDivElement>(null);
  // At once: the next key may already be the answer.
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const dismissOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    handlers.onDismiss();
  };
  return (
    <div ref={panel}>
      <FocusTrap active>
        <Stack
          gap="xs"
          role="dialog"
          aria-label={`${TITLES[question.kind]} ${cellName(course, cell.address)}`}
          onKeyDown={dismissOnEscape}
        >
          <Text fw={600}>{TITLES[question.kind]}</Text>
          <QuestionBody {...props} />
          <Text size="xs" c="dimmed">
            Esc goes back; nothing is written.
          </Text>
        </Stack>
      </FocusTrap>
    </div>
  );
}

const TITLES: Record<Question['kind'], string> = {
  missed: 'Why was it missed?',
  date: 'Which day is it of?',
  override: 'Why is it right all the same?',
  conflict: 'Two people wrote here. Which entry do you keep?',
  amendment: 'Why is it amended?',
};

function QuestionBody({ question, course, cell, dates, handlers }: Props): ReactNode {
  switch (question.kind) {
    case 'missed':
      return (
        <Choices
          choices={MISSED_CHOICES}
          onChoose={(reason, words) => handlers.onMissed(reason, reason === 'other' ? words : null)}
        />
      );
    case 'date':
      return <DateForm course={course} cell={cell} dates={dates} onSubmit={handlers.onDate} />;
    case 'override':
      return <Choices choices={OVERRIDE_CHOICES} onChoose={(_, words) => handlers.onOverride(words)} />;
    case 'conflict':
      return <BothValues cell={cell} handlers={handlers} />;
    case 'amendment':
      return (
        <>
          <ReplacedValue cell={cell} entry={question.entry} />
          <Choices choices={AMENDMENT_CHOICES} onChoose={(_, words) => handlers.onAmendment(question, words)} />
        </>
      );
  }
}

interface DateFormProps extends Pick<Props, 'course' | 'cell' | 'dates'> {
  onSubmit: (date: string) => void;
}

function DateForm({ course, cell, dates, onSubmit }: DateFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const date = new FormData(event.currentTarget).get('date');
    if (typeof date === 'string' && date !== '') onSubmit(date);
  };
  const { dueOn } = cell;
  const planned = dueOn !== null && dueOn <= dates.today ? dueOn : null;
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          type="date"
          name="date"
          label="Date of the visit"
          defaultValue={planned ?? dateOf(cell, null, dates)}
          min={course.startedOn}
          max={dates.today}
          data-autofocus
        />
        <Button type="submit">Set</Button>
      </Group>
    </form>
  );
}

function BothValues({ cell, handlers }: Pick<Props, 'cell' | 'handlers'>) {
  const { clinic } = useSession();
  const { recorded } = cell;
  const mine = shownEntry(cell);
  const theirs = entryOf(recorded);
  const who = recorded?.recordedByName ?? 'somebody';
  const when = recorded ? showInstant(recorded.recordedAt, clinic.timeZone) : '';
  const choices: KeyedChoice<'mine' | 'theirs'>[] = [
    { key: 't', label: `Take theirs: ${withDay(theirs)}, by ${who}, ${when}`, value: 'theirs' },
    { key: 'k', label: `Keep mine: ${withDay(mine)}`, value: 'mine' },
  ];
  return (
    <Choices
      choices={choices}
      onChoose={(value) => (value === 'mine' ? handlers.onKeepMine() : handlers.onTakeTheirs())}
    />
  );
}
