import { Popover } from '@mantine/core';
import {
  type ChangeEvent,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Course } from '../../../entries/entry';
import type { Cell } from '../store/cells';
import { labelOf, valueOf } from '../store/words';
import { CellLines } from './cell-lines';
import { hasNote, NOTE_ID } from './cell-note';
import { waits, type GridState } from './grid-state';
import classes from '../scores.module.css';
import { UNDER_HEADER } from './room-beside-cell';
import type { Field } from './use-navigation';

/** What the active cell shows and does. Only its row is given it, so that the others are not drawn again. */
export interface ActiveInput {
  state: GridState;
  field: RefObject<Field | null>;
  /** A note or a question about the cell, shown beside it. */
  beside: ReactNode;
  onKeyDown: (event: KeyboardEvent) => void;
  onText: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
  onEdit: () => void;
  onDismiss: () => void;
}

/** The active cell: a field that looks like the cell it replaces. */
export function ActiveCell({
  course,
  cell,
  today,
  active,
}: {
  course: Course;
  cell: Cell;
  today: string;
  active: ActiveInput;
}) {
  const { state, field } = active;
  const navigating = state.mode === 'navigating';
  const noted = hasNote(state, cell);
  const refused = navigating && cell.pending?.phase.kind === 'refused';
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // What is typed replaces what is there, wherever a click has put the caret.
    if (navigating && !event.ctrlKey && !event.metaKey) event.currentTarget.select();
    active.onKeyDown(event);
  };
  const input = (
    <input
      ref={field as RefObject<HTMLInputElement>}
      className={classes.field}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      aria-label={labelOf(course, cell, today)}
      aria-describedby={noted && state.question === null ? NOTE_ID : undefined}
      aria-invalid={refused || undefined}
      value={navigating ? valueOf(cell) : state.text}
      onChange={({ currentTarget }: ChangeEvent<HTMLInputElement>) => active.onText(currentTarget.value)}
      onKeyDown={keyDown}
      onPaste={active.onPaste}
      onCopy={active.onCopy}
      onFocus={active.onFocus}
      onBlur={active.onBlur}
      onDoubleClick={active.onEdit}
    />
  );
  return (
    <Popover
      opened={state.question !== null || noted}
      onChange={(opened) => !opened && active.onDismiss()}
      closeOnClickOutside={!waits(state)}
      position={state.question === null ? 'top-start' : 'bottom-start'}
      middlewares={UNDER_HEADER}
      // A question is asked also where its cell was scrolled out of sight.
      hideDetached={state.question === null}
      // A question is larger than the note before it.
      preventPositionChangeWhenVisible={false}
      withRoles={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      shadow="md"
      zIndex={50}
    >
      <Popover.Target>
        <div className={classes.inside}>
          <CellLines cell={cell} today={today} value={input} typing={!navigating} />
        </div>
      </Popover.Target>
      <Popover.Dropdown
        maw="min(420px, calc(100vw - 12px))"
        p="sm"
        data-beside-cell
        className={state.question === null ? classes.note : undefined}
      >
        {active.beside}
      </Popover.Dropdown>
    </Popover>
  );
}
