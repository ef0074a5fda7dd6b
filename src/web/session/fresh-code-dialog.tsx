import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf, onCodeNeeded } from '../api/client';
import { fieldOf } from '../components/form';
import { DialogForm, FormDialog } from '../components/form-dialog';
import { CodeField } from './code-field';

/** Asks for a code of the second factor where the last one is too old for what the person does; then that goes on by itself. */
export function FreshCodeDialog() {
  const [waiting, setWaiting] = useState<readonly ((typed: boolean) => void)[]>([]);
  useEffect(() => onCodeNeeded(() => new Promise((answer) => setWaiting((before) => [...before, answer]))), []);
  const finish = (typed: boolean) => {
    for (const answer of waiting) answer(typed);
    setWaiting([]);
    send.reset();
  };
  const send = useMutation({
    mutationFn: (code: string) => bodyOf(api.POST('/v1/session/second-factor', { body: { code } })),
    onSuccess: () => finish(true),
  });
  return (
    <FormDialog opened={waiting.length > 0} onClose={() => finish(false)} title="Your code, please">
      <DialogForm
        submit="Go on"
        pending={send.isPending}
        onSubmit={(form) => send.mutate(fieldOf(form, 'code'))}
        onCancel={() => finish(false)}
      >
        <Text>
          What you are about to do asks for a code of your authenticator app, because the last one is more than 10
          minutes old.
        </Text>
        <CodeField
          description="What your authenticator app shows now, or a recovery code."
          data-autofocus
          problem={send.error}
        />
      </DialogForm>
    </FormDialog>
  );
}
