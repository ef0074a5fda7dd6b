import { Button, Group, TextInput, VisuallyHidden } from '@mantine/core';
import type { Schemas } from '../../api/client';

type Resource = Schemas['CrisisResourceField'];

interface Props {
  /** Begins the ids of the row's parts. */
  id: string;
  at: number;
  /** Place of the last resource. */
  last: number;
  resource: Resource;
  fault: (part: keyof Resource) => string | null;
  onChange: (part: Partial<Resource>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One crisis resource and its place among the others. */
export function CrisisRow({ id, at, last, resource, fault, onChange, onMove, onRemove }: Props) {
  const name = <VisuallyHidden> {resource.label}</VisuallyHidden>;
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        id={`${id}-name-${at}`}
        label={`Name ${at + 1}`}
        value={resource.label}
        onChange={({ currentTarget }) => onChange({ label: currentTarget.value })}
        error={fault('label')}
        flex="1 1 14rem"
      />
      <TextInput
        label={`How to reach it ${at + 1}`}
        value={resource.contact}
        onChange={({ currentTarget }) => onChange({ contact: currentTarget.value })}
        error={fault('contact')}
        flex="1 1 14rem"
      />
      <Group gap="xs">
        <Button id={`${id}-up-${at}`} variant="default" disabled={at === 0} onClick={() => onMove(at - 1)}>
          Move up{name}
        </Button>
        <Button id={`${id}-down-${at}`} variant="default" disabled={at === last} onClick={() => onMove(at + 1)}>
          Move down{name}
        </Button>
        <Button variant="default" disabled={last === 0} onClick={onRemove}>
          Remove{name}
        </Button>
      </Group>
    </Group>
  );
}
