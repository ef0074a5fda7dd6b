import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { api, bodyOf } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import { faultOf } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { newKey } from '../../../components/form';
import { Page } from '../../../components/page';
import { ProblemNotice } from '../../../components/problem-notice';
import { CohortFields } from './cohort-fields';
import { bodyFor, usualDraft } from './draft-values';
import { NameFields } from './name-fields';
import type { DraftFields } from '../publication';
import { useDrafts } from '../../../components/drafts';

const KEY = 'new publication';
const POINTERS = ['/title', '/slug', '/period', '/kind', '/indication'];

/** Names a publication and whom it is about; its figures are chosen beside the preview. */
export default function NewDraftPage() {
  const { fields, change, make } = useNewDraft();
  const { error } = make;
  const fault = (pointer: string) => faultOf(error, pointer);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  };
  return (
    <Page
      title="New draft"
      lead="First its name and whom it is about. Figures and charts are chosen on the next page, beside a preview."
    >
      <form onSubmit={submit} noValidate>
        <Stack maw={560}>
          <Fieldset legend="Name">
            <NameFields {...{ fields, fault }} onChange={change} tried={error !== null} />
          </Fieldset>
          <Fieldset legend="Whom it is about">
            <CohortFields {...{ fields, fault }} onChange={change} />
          </Fieldset>
          {error && <ProblemNotice error={friendly(error)} shown={POINTERS} />}
          <Group>
            <Button type="submit" loading={make.isPending}>
              Make the draft
            </Button>
            <Button component={Link} href="/publications" variant="default">
              Not now
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            What you typed is kept on this device. Nothing is public before a director approves it.
          </Text>
        </Stack>
      </form>
    </Page>
  );
}

/** What is typed outlives a reload; the key of the request is kept with it, so that no retry makes a second draft. */
function useNewDraft() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const drafts = useDrafts();
  const [typed, setTyped] = useState(
    () =>
      drafts.read<{ fields: DraftFields; key: string }>(KEY) ?? {
        fields: usualDraft(),
        key: newKey(),
      },
  );
  const change = (part: Partial<DraftFields>) => {
    const next = { ...typed, fields: { ...typed.fields, ...part } };
    drafts.keep(KEY, next);
    setTyped(next);
  };
  const make = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/v1/publications', {
          params: { header: { 'Idempotency-Key': typed.key } },
          body: bodyFor(typed.fields),
        }),
      ),
    onSuccess: (made) => {
      drafts.drop(KEY);
      void client.invalidateQueries({ queryKey: queryKeys.publicationList });
      go(`/publications/${made.id}`);
    },
  });
  return { fields: typed.fields, change, make };
}

/** A first try whose answer was lost was saved after all, and then something else was typed. */
function friendly(error: Error): Error {
  if (!(error instanceof ApiProblem) || error.type !== 'key-reused') return error;
  return new Error(
    'Your first try was saved after all, as you had typed it then. It is in the list of publications; change it there.',
  );
}
