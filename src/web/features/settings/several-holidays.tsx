import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { MOST_HOLIDAYS, type Holiday } from '../../../domain/calendar/clinic-days';
import { readHolidays } from '../../../domain/calendar/holiday-list';
import { counted } from '../../../domain/numbers/words';

interface Props {
  /** Adds one alone, beside the way to several. */
  one: ReactNode;
  known: readonly Holiday[];
  onAdd: (holidays: Holiday[]) => void;
}

/** Holidays as lines of a text, for a list that is pasted; nothing is taken over while a line has a mistake. */
export function SeveralHolidays({ one, known, onAdd }: Props) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<string[]>([]);
  const [added, setAdded] = useState('');
  const add = () => {
    const read = readHolidays(text, known);
    const free = MOST_HOLIDAYS - known.length;
    const tooMany = `These are ${counted(read.holidays.length, 'day')}, and a clinic can have ${MOST_HOLIDAYS} holidays: ${free} more.`;
    const wrong = read.holidays.length > free ? [...read.faults, tooMany] : read.faults;
    setFaults(wrong);
    if (wrong.length > 0) return;
    onAdd(read.holidays);
    setText('');
    setAdded(`${counted(read.holidays.length, 'holiday')} added; they are saved with the settings.`);
  };
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {one}
        <Button variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          Add several holidays
        </Button>
      </Group>
      {opened && (
        <>
          <Textarea
            label="Holidays, a line each"
            description="A date, or two with “to” between, and the name. Days that are in the list already stay as they are."
            placeholder={'2027-01-01 New Year’s Day\n2026-12-24 to 2026-12-31 Closed'}
            minRows={4}
            autosize
            maw={560}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={
              faults.length > 0 && (
                <>
                  {faults.map((fault) => (
                    <span key={fault} style={{ display: 'block' }}>
                      {fault}
                    </span>
                  ))}
                </>
              )
            }
          />
          <div>
            <Button variant="default" onClick={add} disabled={text.trim() === ''}>
              Add these
            </Button>
          </div>
        </>
      )}
      <Text role="status" size="sm">
        {added}
      </Text>
    </Stack>
  );
}
