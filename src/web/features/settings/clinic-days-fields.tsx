import { Button, Checkbox, Fieldset, Group, SimpleGrid, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { compareDates } from '../../../domain/calendar/calendar';
import { MOST_HOLIDAYS, WEEKDAYS } from '../../../domain/calendar/clinic-days';
import type { Schemas } from '../../api/client';
import { SeveralHolidays } from './several-holidays';
import { dateInWords } from '../../../domain/calendar/date-words';

type Holiday = Schemas['HolidayField'];

interface Props {
  clinicWeekdays: readonly number[];
  holidays: readonly Holiday[];
  onChange: (holidays: Holiday[]) => void;
  fault: (pointer: string) => string | null;
}

/** On which days the clinic treats: days of the week, and the holidays among them. */
export function ClinicDaysFields({ clinicWeekdays, holidays, onChange, fault }: Props) {
  const change = (at: number, part: Partial<Holiday>) =>
    onChange(holidays.map((holiday, index) => (index === at ? { ...holiday, ...part } : holiday)));
  return (
    <Fieldset legend="Clinic days">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Planned visits fall on these days: one that would not is planned on the next of them. What is recorded stays
          as it is.
        </Text>
        <Checkbox.Group
          label="Days of the week on which the clinic treats"
          defaultValue={clinicWeekdays.map(String)}
          error={fault('/clinicWeekdays')}
        >
          <SimpleGrid mt={4} spacing={{ base: 'md', lg: 'xs' }} verticalSpacing="xs" cols={{ base: 2, sm: 4, lg: 7 }}>
            {WEEKDAYS.map((name, at) => (
              <Checkbox key={name} name="clinicWeekdays" value={String(at + 1)} label={name} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Text size="sm" fw={600}>
          Holidays
        </Text>
        {holidays.map((holiday, at) => (
          <HolidayRow
            key={at}
            number={at + 1}
            holiday={holiday}
            fault={(part) => fault(`/holidays/${at}/${part}`)}
            onChange={(part) => change(at, part)}
            onRemove={() => onChange(holidays.filter((_, index) => index !== at))}
          />
        ))}
        {fault('/holidays') && (
          <Text size="sm" c="var(--mantine-color-error)">
            {fault('/holidays')}
          </Text>
        )}
        <SeveralHolidays
          one={
            <Button
              variant="default"
              disabled={holidays.length >= MOST_HOLIDAYS}
              onClick={() => onChange([...holidays, { on: '', name: '' }])}
            >
              Add a holiday
            </Button>
          }
          known={holidays}
          onAdd={(more) => onChange([...holidays, ...more].toSorted((a, b) => compareDates(a.on, b.on)))}
        />
      </Stack>
    </Fieldset>
  );
}

interface RowProps {
  number: number;
  holiday: Holiday;
  fault: (part: keyof Holiday) => string | null;
  onChange: (part: Partial<Holiday>) => void;
  onRemove: () => void;
}

function HolidayRow({ number, holiday, fault, onChange, onRemove }: RowProps) {
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        type="date"
        label={`Date of holiday ${number}`}
        value={holiday.on}
        onChange={({ currentTarget }) => onChange({ on: currentTarget.value })}
        error={fault('on')}
        flex="0 1 12rem"
      />
      <TextInput
        label={`Holiday ${number}`}
        value={holiday.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        error={fault('name')}
        flex="1 1 14rem"
      />
      <Button variant="default" onClick={onRemove}>
        Remove<VisuallyHidden> {holiday.name || `holiday ${number}`}</VisuallyHidden>
      </Button>
    </Group>
  );
}

export function clinicWeekdaysIn(form: FormData): number[] {
  return form.getAll('clinicWeekdays').map(Number);
}

export function clinicDaysWords({
  clinicWeekdays,
  holidays,
}: Pick<Schemas['ClinicSettingsResponse'], 'clinicWeekdays' | 'holidays'>): string[] {
  const days = WEEKDAYS.filter((_, at) => clinicWeekdays.includes(at + 1));
  return [`treats on ${days.join(', ')}`, ...holidays.map(({ on, name }) => `${name} ${dateInWords(on)}`)];
}
