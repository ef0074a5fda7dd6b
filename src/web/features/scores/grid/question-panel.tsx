import { Button, FocusTrap, Group, Stack, Text } from '@mantine/core';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { MissedReason } from '../../../../domain/course/record/stop-reasons.js';
import { entryOf, type Course } from '../../../entries/entry';
import { cellName, type Cell } from '../store/cells';
import { withDay } from '../store/words';
import { BothValues } from './both-values';
import type { Dates } from './cell-date';
import { Choices } from './choices';
import { DateForm } from './date-form';
import type { GridState, Question } from './grid-state';
import type { Next } from './moves';
import { AMENDMENT_CHOICES, MISSED_CHOICES, OVERRIDE_CHOICES, type KeyedChoice } from './reasons';
import classes from '../scores.module.css';
import { ReplacedValue } from './replaced-value';
import { useRoomBesideCell } from './room-beside-cell';
import type { Field } from './use-navigation';

/** What follows from the person's reply. */
export interface ReplyHandlers {
  onMissed: (reason: MissedReason, note: string | null) => void;
  onDate: (date: string) => void;
  onOverride: (reason: string) => void;
  onAmendment: (question: Extract<Question, { kind: 'amendment' }>, reason: string) => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  /** Saves what is typed, and goes on. */
  onSave: (next: Next | null) => void;
  /** Leaves the cell as it is recorded, and goes on. */
  onGiveUp: (next: Next | null) => void;
  onDismiss: () => void;
}

interface Props {
  question: Question;
  text: GridState['text'];
  field: RefObject<Field | null>;
  course: Course;
  cell: Cell;
  dates: Dates;
  handlers: ReplyHandlers;
}

/** A question beside the cell, settled by one key and left by Esc. */
export function QuestionPanel(props: Props) {
  const { question, handlers, course, cell } = props;
  const panel = useRef<HTMLDivElement>(null);
  useRoomBesideCell(panel, props.field);
  // At once: the next key may already be the answer.
  useLayoutEffect(
    () => panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true }),
    [],
  );
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
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed" className="key-hints">
              Esc goes back; nothing is written.
            </Text>
            <Button size="compact-sm" variant="default" className={classes.target} onClick={handlers.onDismiss}>
              Go back
            </Button>
          </Group>
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
  leaving: 'Not saved yet. Save it?',
  amendment: 'Why is it amended?',
};

function QuestionBody({ question, text, course, cell, dates, handlers }: Props): ReactNode {
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
      return <BothValues cell={cell} onKeepMine={handlers.onKeepMine} onTakeTheirs={handlers.onTakeTheirs} />;
    case 'leaving':
      return (
        <Choices
          choices={[{ key: 's', label: `Save ${text.trim()}`, value: '' }, giveUpChoice(cell)]}
          onChoose={(reply) => (reply === GIVE_UP ? handlers.onGiveUp(question.next) : handlers.onSave(question.next))}
        />
      );
    case 'amendment':
      return (
        <>
          <ReplacedValue cell={cell} entry={question.entry} />
          <Choices
            choices={[...AMENDMENT_CHOICES, giveUpChoice(cell)]}
            onChoose={(reason, words) =>
              reason === GIVE_UP ? handlers.onGiveUp(question.next) : handlers.onAmendment(question, words)
            }
          />
        </>
      );
  }
}

const GIVE_UP = 'give up';

function giveUpChoice({ recorded }: Cell): KeyedChoice<string> {
  const before = entryOf(recorded);
  const stays = before === null ? 'the cell stays empty' : `${withDay(before)} stays`;
  return { key: 'g', label: `Give it up: ${stays}`, value: GIVE_UP };
}
