import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Course } from '../../../entries/entry';
import type { Cell } from '../store/cells';
import { dateOf, type Dates } from './cell-date';

interface Props {
  course: Course;
  cell: Cell;
  dates: Dates;
  onSubmit: (date: string) => void;
}

/** Which day the visit was on. */
export function DateForm({ course, cell, dates, onSubmit }: Props) {
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
