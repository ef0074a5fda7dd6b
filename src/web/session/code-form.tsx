import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { faultOf } from '../api/problem';
import { fieldOf } from '../components/form';
import { ProblemNotice } from '../components/problem-notice';

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
        <TextInput
          label="Code"
          description="The six digits that your authenticator app shows now, or a recovery code."
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          required
          autoFocus
          error={faultOf(error, '/code')}
        />
        {error && !faultOf(error, '/code') && <ProblemNotice error={error} />}
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
