import { Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import { FIGURE_GROUPS, type FigureGroup } from './choices';
import { MANDATORY_FIGURES } from '../../../../domain/publication/publishable';

interface Props {
  chosen: readonly string[];
  error: string | null;
  onChange: (chosen: string[]) => void;
}

/** Which figures are published, by whom they count. */
export function FigureChoice({ chosen, error, onChange }: Props) {
  return (
    <Fieldset legend="Figures">
      <Stack gap="lg">
        {FIGURE_GROUPS.map((group) => (
          <Group key={group.name} group={group} chosen={chosen} onChange={onChange} />
        ))}
        {error && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

interface GroupProps {
  group: FigureGroup;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Group({ group: { title, lead, warning, choices }, chosen, onChange }: GroupProps) {
  const values = choices.map(({ value }) => value);
  return (
    <Checkbox.Group
      label={title}
      labelProps={{ fw: 600 }}
      description={lead}
      value={[...chosen, ...MANDATORY_FIGURES].filter((value) => values.includes(value))}
      onChange={(next) => onChange([...chosen.filter((value) => !values.includes(value)), ...next])}
    >
      {warning && (
        <Text size="sm" mt={6} p="xs" bg="var(--mantine-color-yellow-light)">
          <b>Take care:</b> {warning}
        </Text>
      )}
      <Stack gap={6} mt="xs">
        {choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            value={value}
            label={label}
            disabled={MANDATORY_FIGURES.includes(value)}
            description={MANDATORY_FIGURES.includes(value) ? 'In every publication' : undefined}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
