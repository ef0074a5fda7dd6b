import { Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import { FIGURE_GROUPS, type FigureGroup } from './choices';
import classes from '../publications.module.css';

interface Props {
  chosen: readonly string[];
  error: string | null;
  onChange: (chosen: string[]) => void;
}

/** Which figures are published, by whom they count. */
export function FigureChoice({ chosen, error, onChange }: Props) {
  const some = (group: FigureGroup) => group.choices.some(({ value }) => chosen.includes(value));
  const shown = FIGURE_GROUPS.filter((group) => !group.folded || some(group));
  const folded = FIGURE_GROUPS.filter((group) => !shown.includes(group));
  const choice = (group: FigureGroup) => <Group key={group.name} group={group} chosen={chosen} onChange={onChange} />;
  return (
    <Fieldset legend="Figures">
      <Stack gap="lg">
        {shown.map(choice)}
        {folded.length > 0 && (
          <details className={classes.folded}>
            <summary>More figures</summary>
            <Stack gap="lg" mt="xs">
              {folded.map(choice)}
            </Stack>
          </details>
        )}
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
      value={chosen.filter((value) => values.includes(value))}
      onChange={(next) => onChange([...chosen.filter((value) => !values.includes(value)), ...next])}
    >
      {warning && (
        <Text size="sm" mt={6} p="xs" bg="var(--mantine-color-yellow-light)">
          <b>Take care:</b> {warning}
        </Text>
      )}
      <Stack gap={6} mt="xs">
        {choices.map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
