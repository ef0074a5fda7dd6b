import { Popover } from '@mantine/core';
import type { ChangeEvent, ClipboardEvent, FocusEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import type { Desk } from './desk';
import type { Cell, Course } from './cells';
import { hasNote, NOTE_ID } from './cell-note';
import { CellLines } from './cell-lines';
import classes from './scores.module.css';
import type { Field } from './use-ways';
import { labelOf, valueOf } from './words';

/** What the row with the active cell is given; every other row gets nothing, and is not drawn anew. */
export interface Active {
  desk: Desk;
  field: RefObject<Field | null>;
  /** What stands beside the cell: a note or a question. */
  beside: ReactNode;
  onPress: (event: KeyboardEvent) => void;
  onType: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
  onEdit: () => void;
  onDismiss: () => void;
}

/** The cell where the person is: a field that looks like the cell it replaces. */
export function ActiveCell({
  course,
  cell,
  today,
  active,
}: {
  course: Course;
  cell: Cell;
  today: string;
  active: Active;
}) {
  const { desk, field } = active;
  const moving = desk.mode === 'moving';
  const noted = hasNote(desk, cell);
  const refused = moving && cell.pending?.phase.is === 'refused';
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // What is typed replaces what is there, wherever a click has put the caret.
    if (moving && !event.ctrlKey && !event.metaKey) event.currentTarget.select();
    active.onPress(event);
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
      aria-describedby={noted && desk.question === null ? NOTE_ID : undefined}
      aria-invalid={refused || undefined}
      value={moving ? valueOf(cell) : desk.text}
      onChange={({ currentTarget }: ChangeEvent<HTMLInputElement>) => active.onType(currentTarget.value)}
      onKeyDown={press}
      onPaste={active.onPaste}
      onCopy={active.onCopy}
      onFocus={active.onFocus}
      onBlur={active.onBlur}
      onDoubleClick={active.onEdit}
    />
  );
  return (
    <Popover
      opened={desk.question !== null || noted}
      onChange={(opened) => !opened && active.onDismiss()}
      position="top-start"
      withRoles={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      shadow="md"
      zIndex={50}
    >
      <Popover.Target>
        <div className={classes.inside}>
          <CellLines cell={cell} today={today} value={input} typing={!moving} />
        </div>
      </Popover.Target>
      <Popover.Dropdown maw={420} p="sm">
        {active.beside}
      </Popover.Dropdown>
    </Popover>
  );
}
