import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { lazy, Suspense, type FormEvent } from 'react';
import { fieldOf } from '../components/form';
import { ProblemNotice } from '../components/problem-notice';
import { CodeForm } from './code-form';
import { signInWithPasskey } from './passkey';
import { PasskeyButton } from './passkey-button';
import type { Session } from './session';
import { useSignIn } from './use-sign-in';

/** Loaded where somebody signs in: who is signed in already needs none of it. Where it can't be loaded the password is still there. */
const ProviderButton = lazy(() => import('./provider-button').catch(() => ({ default: () => null })));

interface Props {
  /** The person who was signed in before; the field is filled in, and may be changed. */
  email?: string;
  onSignedIn: (session: Session) => void;
}

export function SignInForm({ email = '', onSignedIn }: Props) {
  const { factors, pending, error, signIn, sendCode, back } = useSignIn(onSignedIn);
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
        <Button type="submit" loading={pending}>
          Sign in
        </Button>
        <Suspense>
          <ProviderButton refused={error !== null} />
        </Suspense>
        <PasskeyButton label="Sign in with a passkey" use={signInWithPasskey} onUsed={onSignedIn} />
        <Text size="sm" c="dimmed">
          Forgot your password? Ask a director of your clinic for a one-time link, with which you choose a new one.
        </Text>
      </Stack>
    </form>
  );
}
