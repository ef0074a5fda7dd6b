import { Button, Fieldset, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf } from '../../components/form';
import { ProblemNotice } from '../../components/problem-notice';
import { openFirstPage } from '../../session/expiry';
import { ZoneField } from '../../components/zone-field';
import { StartFrame } from '../../components/start-frame';
import { secretOfAddress, WholeLink } from './whole-link';

const FIELDS = ['/clinic/name', '/clinic/timeZone', '/director/name', '/director/email', '/director/password'];

/** Makes the clinic and its first director with the link that was printed at the first start, and signs in. */
export default function SetupPage() {
  const setUp = useMutation({
    mutationFn: async (body: Schemas['SetupRequest']) => {
      await bodyOf(api.POST('/v1/setup', { body }));
      const { email, password } = body.director;
      await bodyOf(api.POST('/v1/session', { body: { email, password } }));
    },
    onSuccess: openFirstPage,
  });
  const fault = (pointer: string) => faultOf(setUp.error, pointer);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUp.mutate(requestOf(new FormData(event.currentTarget)));
  };
  return (
    <StartFrame title="Set up your clinic">
      <WholeLink>
        <form onSubmit={submit} noValidate>
          <Stack>
            <Fieldset legend="The clinic">
              <Stack gap="sm">
                <TextInput
                  label="Name"
                  name="clinic"
                  required
                  error={fault('/clinic/name')}
                  autoComplete="organization"
                />
                <ZoneField
                  description="“Today” is the day in this zone."
                  defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone}
                  error={fault('/clinic/timeZone')}
                />
              </Stack>
            </Fieldset>
            <Fieldset legend="You, its first director">
              <Stack gap="sm">
                <TextInput label="Name" name="name" required error={fault('/director/name')} autoComplete="name" />
                <TextInput
                  label="E-mail address"
                  description="You sign in with it. Nothing is sent to it."
                  name="email"
                  type="email"
                  required
                  error={fault('/director/email')}
                  autoComplete="username"
                />
                <PasswordInput
                  label="Password"
                  description="At least 12 characters. A long sentence is a good password."
                  name="password"
                  required
                  error={fault('/director/password')}
                  autoComplete="new-password"
                />
              </Stack>
            </Fieldset>
            {setUp.error && <ProblemNotice error={setUp.error} shown={FIELDS} />}
            <Button type="submit" loading={setUp.isPending}>
              Set up the clinic
            </Button>
            <Text size="sm" c="dimmed">
              The link works once. You invite the others under Staff.
            </Text>
          </Stack>
        </form>
      </WholeLink>
    </StartFrame>
  );
}

function requestOf(form: FormData): Schemas['SetupRequest'] {
  return {
    token: secretOfAddress(),
    clinic: { name: fieldOf(form, 'clinic'), timeZone: fieldOf(form, 'timeZone') },
    director: {
      name: fieldOf(form, 'name'),
      email: fieldOf(form, 'email'),
      password: fieldOf(form, 'password'),
    },
  };
}
