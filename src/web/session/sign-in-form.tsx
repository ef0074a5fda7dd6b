import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { fieldOf } from '../components/form';
import { ProblemNotice } from '../components/problem-notice';
import { CodeForm } from './code-form';
import { identityProviderQuery } from './identity-provider';
import { signInWithPasskey } from './passkey';
import { PasskeyButton } from './passkey-button';
import { ProviderButton } from './provider-button';
import type { Session } from './session';
import { useSignIn } from './use-sign-in';

interface Props {
  /** The person who was signed in before; the field is filled in, and may be changed. */
  email?: string;
  onSignedIn: (session: Session) => void;
}

export function SignInForm({ email = '', onSignedIn }: Props) {
  const { factors, pending, error, signIn, sendCode, back } = useSignIn(onSignedIn);
  const { data: provider } = useQuery(identityProviderQuery);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn({ email: fieldOf(form, 'email'), password: fieldOf(form, 'password') });
  };
  if (factors) return <CodeForm {...{ factors, pending, error, onSignedIn }} onCode={sendCode} onBack={back} />;
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
        {error && provider && (
          <Text size="sm">
            Your clinic may want {provider}: then the button below lets you in, and no password does.
          </Text>
        )}
        <Button type="submit" loading={pending}>
          Sign in
        </Button>
        <ProviderButton />
        <PasskeyButton label="Sign in with a passkey" use={signInWithPasskey} onUsed={onSignedIn} />
        <Text size="sm" c="dimmed">
          Forgotten your password? Ask a director of your clinic for a one-time link, with which you choose a new one.
        </Text>
      </Stack>
    </form>
  );
}
