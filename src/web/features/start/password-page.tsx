import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, bodyOf } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf } from '../../components/form';
import { ProblemNotice } from '../../components/problem-notice';
import { openFirstPage } from '../../session/expiry';
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
  const choose = useMutation({
    mutationFn: async (password: string) => {
      const body = { token: secretOfAddress(), password };
      const { email } = await bodyOf(api.POST('/v1/one-time-links/redemption', { body }));
      await bodyOf(api.POST('/v1/session', { body: { email, password } }));
    },
    onSuccess: openFirstPage,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    choose.mutate(fieldOf(new FormData(event.currentTarget), 'password'));
  };
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
            {choose.error && <ProblemNotice error={choose.error} shown={['/password']} />}
            <Button type="submit" loading={choose.isPending}>
              Save and sign in
            </Button>
          </Stack>
        </form>
      </WholeLink>
    </StartFrame>
  );
}
