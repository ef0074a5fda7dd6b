import { Text } from '@mantine/core';
import type { Schemas } from '../api/client';

/** Whom to call in a crisis, as the clinic has it in its settings. */
export function CrisisResources({ resources }: { resources: readonly Schemas['CrisisResourceField'][] }) {
  return (
    <dl style={{ margin: 'var(--mantine-spacing-xs) 0 0' }}>
      {resources.map(({ label, contact }) => (
        <div key={`${label} ${contact}`}>
          <Text component="dt" size="sm" fw={600} span>
            {label}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {contact}
          </Text>
        </div>
      ))}
    </dl>
  );
}
