import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, bodyOf } from '../../api/client';
import { ApiProblem, faultOf } from '../../api/problem';
import { fieldOf } from '../../components/form';
import { ProblemNotice } from '../../components/problem-notice';
import { openFirstPage } from '../../session/expiry';
import { CodeForm } from '../../session/code-form';
import ProviderButton from '../../session/provider-button';
import { useSignIn } from '../../session/use-sign-in';
import { StartFrame } from '../../components/start-frame';
import { secretOfAddress, WholeLink } from './whole-link';

const words = {
  invitation: {
    title: 'Welcome',
    lead: 'Choose the password with which you will sign in from now on.',
  },
  'password-reset': {
    title: 'Choose a new password',
    lead: 'The old password no longer works once you have chosen a new one, and every session of yours ends.',
  },
};

/** What an invitation or a link for a forgotten password opens. */
export default function PasswordPage({ purpose }: { purpose: keyof typeof words }) {
  const { title, lead } = words[purpose];
  const { factors, pending, error: refused, signIn, sendCode } = useSignIn(openFirstPage);
  const choose = useMutation({
    mutationFn: async (password: string) => {
      const body = { token: secretOfAddress(), password };
      const { email } = await bodyOf(api.POST('/v1/one-time-links/redemption', { body }));
      return { email, password };
    },
    onSuccess: signIn,
  });
  const error = choose.error ?? refused;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    choose.mutate(fieldOf(new FormData(event.currentTarget), 'password'));
  };
  if (factors) {
    return (
      <StartFrame title={title}>
        <CodeForm
          {...{ factors, pending }}
          error={refused}
          onCode={sendCode}
          onSignedIn={openFirstPage}
          onBack={() => window.location.replace('/')}
        />
      </StartFrame>
    );
  }
  return (
    <StartFrame title={title}>
      <WholeLink>
        <form onSubmit={submit} noValidate>
          <Stack>
            <Text>{lead}</Text>
            <PasswordInput
              label="Password"
              description="At least 12 characters. A long sentence is a good password."
              name="password"
              required
              error={faultOf(choose.error, '/password')}
              autoComplete="new-password"
            />
            {error && <ProblemNotice error={error} shown={['/password']} />}
            <Button type="submit" loading={choose.isPending || pending}>
              Save and sign in
            </Button>
            {(purpose === 'invitation' || isOfNoUse(choose.error)) && <ProviderButton invitation={secretOfAddress()} />}
          </Stack>
        </form>
      </WholeLink>
    </StartFrame>
  );
}

/** Where the clinic wants single sign-on, and takes the link for it. */
function isOfNoUse(error: Error | null): boolean {
  return error instanceof ApiProblem && error.status === 409;
}
