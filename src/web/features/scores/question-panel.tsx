import { Button, FocusTrap, Group, Stack, Text, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import { dateOf, type Dates } from './cell-date';
import { nameOf, type Cell, type Course } from './cells';
import { Choices } from './choices';
import type { Question } from './desk';
import { shownEntry, standing, type MissedReason } from './entry';
import { AMENDMENT_CHOICES, MISSED_CHOICES, OVERRIDE_CHOICES, type Choice } from './reasons';
import { Replaced } from './replaced';
import { withDay } from './words';

export interface Answers {
  missed: (reason: MissedReason, note: string | null) => void;
  date: (date: string) => void;
  override: (reason: string) => void;
  reason: (question: Extract<Question, { asks: 'reason' }>, reason: string) => void;
  takeTheirs: () => void;
  keepMine: () => void;
  dismiss: () => void;
}

interface Props {
  question: Question;
  course: Course;
  cell: Cell;
  dates: Dates;
  answers: Answers;
}

/** What is asked beside the cell; answered by one key, left by Esc. */
export function QuestionPanel(props: Props) {
  const { question, answers, course, cell } = props;
  const panel = useRef<HTMLDivElement>(null);
  // At once: the next key may already be the answer.
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    answers.dismiss();
  };
  return (
    <div ref={panel}>
      <FocusTrap active>
        <Stack
          gap="xs"
          role="dialog"
          aria-label={`${TITLES[question.asks]} ${nameOf(course, cell.place)}`}
          onKeyDown={leave}
        >
          <Text fw={600}>{TITLES[question.asks]}</Text>
          <Asked {...props} />
          <Text size="xs" c="dimmed">
            Esc goes back; nothing is written.
          </Text>
        </Stack>
      </FocusTrap>
    </div>
  );
}

const TITLES: Record<Question['asks'], string> = {
  missed: 'Why was it missed?',
  date: 'Which day is it of?',
  override: 'Why is it right all the same?',
  conflict: 'Two people wrote here. Which one stands?',
  reason: 'Why is it amended?',
};

function Asked({ question, course, cell, dates, answers }: Props): ReactNode {
  switch (question.asks) {
    case 'missed':
      return (
        <Choices
          choices={MISSED_CHOICES}
          onChoose={(reason, words) => answers.missed(reason, reason === 'other' ? words : null)}
        />
      );
    case 'date':
      return <DateAsked course={course} cell={cell} dates={dates} onSay={answers.date} />;
    case 'override':
      return <Choices choices={OVERRIDE_CHOICES} onChoose={(_, words) => answers.override(words)} />;
    case 'conflict':
      return <ConflictAsked cell={cell} answers={answers} />;
    case 'reason':
      return (
        <>
          <Replaced cell={cell} entry={question.entry} />
          <Choices choices={AMENDMENT_CHOICES} onChoose={(_, words) => answers.reason(question, words)} />
        </>
      );
  }
}

function DateAsked({
  course,
  cell,
  dates,
  onSay,
}: {
  course: Course;
  cell: Cell;
  dates: Dates;
  onSay: (date: string) => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const date = new FormData(event.currentTarget).get('date');
    if (typeof date === 'string' && date !== '') onSay(date);
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

function ConflictAsked({ cell, answers }: { cell: Cell; answers: Answers }) {
  const { clinic } = useSession();
  const { recorded } = cell;
  const mine = shownEntry(cell);
  const theirs = standing(recorded);
  const who = recorded?.recordedByName ?? 'somebody';
  const when = recorded ? showInstant(recorded.recordedAt, clinic.timeZone) : '';
  const choices: Choice<'mine' | 'theirs'>[] = [
    { key: 't', label: `Take theirs: ${withDay(theirs)}, by ${who}, ${when}`, value: 'theirs' },
    { key: 'k', label: `Keep mine: ${withDay(mine)}`, value: 'mine' },
  ];
  return (
    <Choices choices={choices} onChoose={(value) => (value === 'mine' ? answers.keepMine() : answers.takeTheirs())} />
  );
}
