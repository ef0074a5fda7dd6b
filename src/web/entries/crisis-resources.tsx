import { Text } from '@mantine/core';
import type { Schemas } from '../api/client';

/** The numbers to call in a crisis, from the settings of the clinic. */
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
