import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a one-time link opens; a link that was cut off on its way is found out before anything is typed. */
export function WholeLink({ children }: { children: ReactNode }) {
  if (secretOfAddress() !== '') return children;
  return (
    <Alert color="orange" variant="light" role="alert" title="This is not the whole link">
      <Text size="sm">
        What follows the # is missing from the address. Open the link again as it was given to you, or copy all of it
        into the address line.
      </Text>
    </Alert>
  );
}

/** The part of the address behind the `#`: the secret of a one-time link, which no server ever sees. */
export function secretOfAddress(): string {
  return window.location.hash.slice(1);
}
