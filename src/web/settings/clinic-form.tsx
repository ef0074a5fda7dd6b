import { Autocomplete, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf, type Schemas } from '../api/client';
import { ApiProblem } from '../api/problem';
import { faultOf } from '../parts/faulty-field';
import { fieldOf } from '../parts/form';
import { ProblemNotice } from '../parts/problem-notice';
import { CrisisFields } from './crisis-fields';

type Clinic = Schemas['ClinicSettingsResponse'];

/** Name, zone and crisis resources of the clinic, saved together. */
export function ClinicForm({ clinic }: { clinic: Clinic }) {
  const client = useQueryClient();
  const [resources, setResources] = useState(clinic.crisisResources);
  const save = useMutation({
    mutationFn: (body: Schemas['ClinicChange']) =>
      bodyOf(
        api.PATCH('/v1/clinic', {
          params: { header: { 'If-Match': `"${clinic.version}"` } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['session'] }),
        client.invalidateQueries({ queryKey: ['clinic'] }),
      ]),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, timeZone] = [fieldOf(form, 'name'), fieldOf(form, 'timeZone')];
    save.mutate({ name, timeZone, crisisResources: resources });
  };
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  return (
    <form onSubmit={submit} noValidate aria-labelledby="clinic-title">
      <Stack>
        <Title order={2} size="h4" id="clinic-title">
          The clinic
        </Title>
        <TextInput
          label="Name"
          name="name"
          maw={440}
          required
          defaultValue={clinic.name}
          error={faultOf(save.error, '/name')}
        />
        <Autocomplete
          label="Time zone"
          description="Decides which day is “today”, and in which time instants are shown. Recorded dates stay as they are."
          name="timeZone"
          maw={440}
          required
          data={Intl.supportedValuesOf('timeZone')}
          limit={20}
          defaultValue={clinic.timeZone}
          error={faultOf(save.error, '/timeZone')}
        />
        <CrisisFields
          resources={resources}
          onChange={setResources}
          fault={(pointer) => faultOf(save.error, pointer)}
        />
        {save.error && <ProblemNotice error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            Save the settings
          </Button>
          {stale && (
            <Button
              variant="default"
              onClick={() => void client.invalidateQueries({ queryKey: ['clinic'] })}
            >
              Show what is saved now
            </Button>
          )}
        </Group>
        <Text role="status" size="sm">
          {save.isSuccess && 'The settings are saved.'}
        </Text>
      </Stack>
    </form>
  );
}
