import { Button, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { fieldOf } from '../components/form';
import { CodeField } from './code-field';

interface Props {
  pending: boolean;
  error: Error | null;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step of a sign-in: the code of the authenticator app, or one that was written down. */
export function CodeForm({ pending, error, onCode, onBack }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onCode(fieldOf(new FormData(event.currentTarget), 'code'));
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Second step">
      <Stack>
        <CodeField
          description="The six digits that your authenticator app shows now, or a recovery code."
          autoFocus
          problem={error}
        />
        <Button type="submit" loading={pending}>
          Sign in
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Back to name and password
        </Button>
        <Text size="sm" c="dimmed">
          No device and no recovery codes? Ask a director of your clinic to remove your authenticator app.
        </Text>
      </Stack>
    </form>
  );
}
