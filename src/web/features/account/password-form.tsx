import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, type FormEvent } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { fieldOf } from '../../components/form';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { lockWithNewPassword } from '../../session/unlock';

const FIELDS = ['/currentPassword', '/newPassword'];

/** Changes one's own password; every other session of the person ends with it. */
export function PasswordForm() {
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const { email } = useSession().staff;
  const change = useMutation({
    mutationFn: (body: Schemas['PasswordChangeRequest']) => bodyOf(api.PUT('/v1/account/password', { body })),
    onSuccess: (_answer, { newPassword }) => {
      form.current?.reset();
      void lockWithNewPassword(client, newPassword);
      return client.invalidateQueries({ queryKey: queryKeys.ownSessions });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [currentPassword, newPassword] = ['currentPassword', 'newPassword'].map((name) => fieldOf(typed, name));
    change.mutate({ currentPassword: currentPassword ?? '', newPassword: newPassword ?? '' });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate aria-labelledby="password-title">
      <Stack maw={440} gap="sm">
        <Title order={2} size="h4" id="password-title">
          Change the password
        </Title>
        {/* Shows a password manager whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label="Password until now"
          name="currentPassword"
          autoComplete="current-password"
          required
          error={faultOf(change.error, '/currentPassword')}
        />
        <PasswordInput
          label="New password"
          description="At least 12 characters. A long sentence is a good password."
          name="newPassword"
          autoComplete="new-password"
          required
          error={faultOf(change.error, '/newPassword')}
        />
        {change.error && <ProblemNotice error={change.error} shown={FIELDS} />}
        <div>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </div>
        <Text role="status" size="sm">
          {change.isSuccess && 'The password is changed. Your other sessions have ended.'}
        </Text>
      </Stack>
    </form>
  );
}
