import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { fieldOf } from '../components/form';
import { ProblemNotice } from '../components/problem-notice';
import { CodeForm } from './code-form';
import type { Session } from './session';
import { useSignIn } from './use-sign-in';

interface Props {
  /** The person who was signed in before; the field is filled in, and may be changed. */
  email?: string;
  onSignedIn: (session: Session) => void;
}

export function SignInForm({ email = '', onSignedIn }: Props) {
  const { asksCode, pending, error, signIn, sendCode, back } = useSignIn(onSignedIn);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn({ email: fieldOf(form, 'email'), password: fieldOf(form, 'password') });
  };
  if (asksCode) return <CodeForm pending={pending} error={error} onCode={sendCode} onBack={back} />;
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
        {error && <ProblemNotice error={error} />}
        <Button type="submit" loading={pending}>
          Sign in
        </Button>
        <Text size="sm" c="dimmed">
          Forgotten your password? Ask a director of your clinic for a one-time link, with which you choose a new one.
        </Text>
      </Stack>
    </form>
  );
}
