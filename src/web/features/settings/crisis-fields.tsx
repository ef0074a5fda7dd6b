import { Button, Fieldset, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { CrisisRow } from './crisis-row';

type Resource = Schemas['CrisisResourceField'];

const MOST = 5;

interface Props {
  resources: Resource[];
  onChange: (resources: Resource[]) => void;
  fault: (pointer: string) => string | null;
}

/** The crisis contacts in a safety notice, first to last. */
export function CrisisFields({ resources, onChange, fault }: Props) {
  const id = useId();
  const focusNext = useFocusAfterChange();
  const [placed, setPlaced] = useState('');
  const last = resources.length - 1;
  const change = (at: number, part: Partial<Resource>) =>
    onChange(resources.map((resource, index) => (index === at ? { ...resource, ...part } : resource)));
  const move = (at: number, to: number) => {
    const others = resources.filter((_, index) => index !== at);
    onChange(others.toSpliced(to, 0, ...resources.slice(at, at + 1)));
    setPlaced(`${resources[at]?.label ?? ''} is now ${to + 1} of ${resources.length}`);
    // The focus goes with what was moved; at either end the only way left is back.
    const further = to > at ? to < last : to === 0;
    focusNext(`${id}-${further ? 'down' : 'up'}-${to}`);
  };
  const remove = (at: number) => {
    onChange(resources.filter((_, index) => index !== at));
    focusNext(`${id}-name-${Math.min(at, last - 1)}`);
  };
  const add = () => {
    onChange([...resources, { label: '', contact: '' }]);
    focusNext(`${id}-name-${resources.length}`);
  };
  return (
    <Fieldset legend="Crisis resources">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Shown with every notice about safety answers. A notice is not monitoring.
        </Text>
        {resources.map((resource, at) => (
          <CrisisRow
            key={at}
            id={id}
            at={at}
            last={last}
            resource={resource}
            fault={(part) => fault(`/crisisResources/${at}/${part}`)}
            onChange={(part) => change(at, part)}
            onMove={(to) => move(at, to)}
            onRemove={() => remove(at)}
          />
        ))}
        {fault('/crisisResources') && (
          <Text size="sm" c="var(--mantine-color-error)">
            {fault('/crisisResources')}
          </Text>
        )}
        <div>
          <Button variant="default" disabled={resources.length >= MOST} onClick={add}>
            Add one
          </Button>
        </div>
        <VisuallyHidden role="status">{placed}</VisuallyHidden>
      </Stack>
    </Fieldset>
  );
}

/** Puts the focus on an element that is there only after the change that is under way. */
function useFocusAfterChange(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  return (id) => (wanted.current = id);
}
