import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf } from '../../api/client';
import { useDrafts } from '../../components/drafts';
import { faultOf } from '../../api/problem';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { ClaimAnswer } from './claim-answer';

const KEY = 'claim';
const LONGEST = 20_000;

/** Holds a text against what the clinic has published, number by number. */
export default function ClaimsPage() {
  const { text, type } = useKeptText();
  const check = useMutation({
    mutationFn: (claim: string) => bodyOf(api.POST('/v1/claim-checks', { body: { text: claim } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate(text);
  };
  return (
    <Page
      title="Claim check"
      lead="Every number of a text that speaks of outcomes, held against what the clinic has published."
    >
      <Stack gap="xl">
        <form onSubmit={submit} noValidate>
          <Stack gap="sm" maw={860}>
            <Textarea
              label="The text"
              description="A sentence or a whole page of the website. It is kept on this device only."
              placeholder="e.g. Over 80 % of our patients respond after six infusions."
              autosize
              minRows={4}
              maxRows={16}
              maxLength={LONGEST}
              value={text}
              onChange={({ currentTarget }) => type(currentTarget.value)}
              error={faultOf(check.error, '/text')}
            />
            <Group>
              <Button type="submit" loading={check.isPending} disabled={text.trim() === ''}>
                Check it
              </Button>
              <Text size="sm" c="dimmed">
                It says what the data support, not what the law allows.
              </Text>
            </Group>
            {check.error && <ProblemNotice error={check.error} shown={['/text']} />}
          </Stack>
        </form>
        {check.data && (
          <ClaimAnswer
            key={check.submittedAt}
            text={check.variables}
            answer={check.data}
            changed={check.variables !== text}
          />
        )}
      </Stack>
    </Page>
  );
}

/** What was pasted outlives a reload. */
function useKeptText() {
  const drafts = useDrafts();
  const [text, setText] = useState(() => drafts.read<string>(KEY) ?? '');
  const type = (next: string) => {
    if (next === '') drafts.drop(KEY);
    else drafts.keep(KEY, next);
    setText(next);
  };
  return { text, type };
}
