import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, bodyOf } from '../api/client';
import { fieldOf } from '../components/form';
import { ProblemNotice } from '../components/problem-notice';
import type { Session } from './session';

interface Props {
  /** The person who was signed in before; the field is filled in, and may be changed. */
  email?: string;
  onSignedIn: (session: Session) => void;
}

export function SignInForm({ email = '', onSignedIn }: Props) {
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => bodyOf(api.POST('/v1/session', { body })),
    onSuccess: onSignedIn,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: fieldOf(form, 'email'), password: fieldOf(form, 'password') });
  };
  return (
    <form onSubmit={submit} aria-label="Sign in">
      <Stack>
        <TextInput
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
          autoFocus={email === ''}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          autoFocus={email !== ''}
        />
        {signIn.error && <ProblemNotice error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          Sign in
        </Button>
        <Text size="sm" c="dimmed">
          Forgotten your password? Ask a director of your clinic for a one-time link, with which you choose a new one.
        </Text>
      </Stack>
    </form>
  );
}
