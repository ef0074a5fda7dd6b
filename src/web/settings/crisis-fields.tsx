import { Button, Fieldset, Group, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import type { Schemas } from '../api/client';

type Resource = Schemas['CrisisResourceField'];

const MOST = 5;

interface Props {
  resources: Resource[];
  onChange: (resources: Resource[]) => void;
  fault: (pointer: string) => string | null;
}

/** Whom a notice about safety answers names, first to last. */
export function CrisisFields({ resources, onChange, fault }: Props) {
  const change = (at: number, part: Partial<Resource>) =>
    onChange(
      resources.map((resource, index) => (index === at ? { ...resource, ...part } : resource)),
    );
  const raise = (at: number) => {
    const moved = resources.filter((_, index) => index !== at);
    onChange(moved.toSpliced(at - 1, 0, ...resources.slice(at, at + 1)));
  };
  return (
    <Fieldset legend="Crisis resources">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Shown with every notice about safety answers. A notice is not monitoring.
        </Text>
        {resources.map((resource, at) => (
          <Group key={at} align="flex-end" gap="sm">
            <TextInput
              label={`Name ${at + 1}`}
              value={resource.label}
              onChange={({ currentTarget }) => change(at, { label: currentTarget.value })}
              error={fault(`/crisisResources/${at}/label`)}
              flex="1 1 14rem"
            />
            <TextInput
              label={`How to reach it ${at + 1}`}
              value={resource.contact}
              onChange={({ currentTarget }) => change(at, { contact: currentTarget.value })}
              error={fault(`/crisisResources/${at}/contact`)}
              flex="1 1 14rem"
            />
            <Button variant="default" disabled={at === 0} onClick={() => raise(at)}>
              Move up<VisuallyHidden> {resource.label}</VisuallyHidden>
            </Button>
            <Button
              variant="default"
              disabled={resources.length === 1}
              onClick={() => onChange(resources.filter((_, index) => index !== at))}
            >
              Remove<VisuallyHidden> {resource.label}</VisuallyHidden>
            </Button>
          </Group>
        ))}
        {fault('/crisisResources') && (
          <Text size="sm" c="var(--mantine-color-error)">
            {fault('/crisisResources')}
          </Text>
        )}
        <div>
          <Button
            variant="default"
            disabled={resources.length >= MOST}
            onClick={() => onChange([...resources, { label: '', contact: '' }])}
          >
            Add one
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
