import { Autocomplete, Group, Text, type AutocompleteProps } from '@mantine/core';

const ZONES = Intl.supportedValuesOf('timeZone');
const MOST_SHOWN = 20;

type Props = Pick<AutocompleteProps, 'description' | 'defaultValue' | 'error' | 'maw'>;

/** The clinic's time zone, found by its place ("Denver") or by what people call it ("Mountain"). */
export function ZoneField(props: Props) {
  return (
    <Autocomplete
      label="Time zone"
      name="timeZone"
      required
      data={ZONES}
      limit={MOST_SHOWN}
      comboboxProps={{ withinPortal: false }}
      filter={({ search, limit }) => zonesLike(search).slice(0, limit).map(optionOf)}
      renderOption={({ option: { value } }) => (
        <Group gap="xs" justify="space-between" flex={1}>
          {value}
          <Text size="sm" c="dimmed">
            {calledName(value)}
          </Text>
        </Group>
      )}
      {...props}
    />
  );
}

const optionOf = (zone: string) => ({ value: zone, label: zone });

/** The names that people use are asked for only where no place is called so: there are some 400, and each takes a while. */
function zonesLike(typed: string): string[] {
  const words = typed.toLowerCase().trim().replaceAll(' ', '_');
  const places = ZONES.filter((zone) => zone.toLowerCase().includes(words));
  if (places.length > 0) return places;
  return ZONES.filter((zone) => calledName(zone).toLowerCase().includes(typed.toLowerCase().trim()));
}

/** What people call the time of a zone in every season: `Mountain Time`. */
function calledName(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
