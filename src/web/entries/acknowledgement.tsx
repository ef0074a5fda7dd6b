import { Alert, Button, Group, List, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf, type Schemas } from '../api/client';
import { ApiProblem } from '../api/problem';
import { queryKeys } from '../api/query-keys';
import { showInstant } from '../components/dates';
import { faultOf } from '../api/problem';
import { ProblemNotice } from '../components/problem-notice';
import { slotWords } from '../components/course-words';
import { useSession } from '../session/session';
import { CrisisResources } from './crisis-resources';

type Notice = Schemas['SafetyNoticeResponse'];

interface Props {
  notice: Notice;
  resources: readonly Schemas['CrisisResourceField'][];
}

/** A notice about items 14 and 15, and the place to say what was done about it. */
export function Acknowledgement({ notice, resources }: Props) {
  const client = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: (actionTaken: string) =>
      bodyOf(
        api.POST('/v1/safety-notices/{id}/acknowledgement', {
          params: { path: { id: notice.id } },
          body: { actionTaken },
        }),
      ),
    onSuccess: () => {
      for (const queryKey of [queryKeys.safetyNotices, queryKeys.course(notice.courseId), queryKeys.courses])
        void client.invalidateQueries({ queryKey });
    },
  });
  const shown = acknowledge.data ?? acknowledgedBefore(acknowledge.error) ?? notice;
  return (
    <Alert
      color={shown.acknowledgedAt ? 'gray' : 'orange'}
      role="region"
      aria-label={`Safety notice of ${slotWords(notice.slot)}`}
      title="Safety notice"
    >
      <List size="sm" mb="xs">
        {notice.items.map(({ number, label, answer }) => (
          <List.Item key={number}>
            Item {number}, {label.toLowerCase()}: {answer === null ? 'not answered' : `answered ${answer}`}
          </List.Item>
        ))}
      </List>
      <Text size="sm">{notice.words}</Text>
      <CrisisResources resources={resources} />
      <div role="status">{shown.acknowledgedAt && <Done notice={shown} />}</div>
      {!shown.acknowledgedAt && (
        <ActionForm
          error={acknowledge.error}
          pending={acknowledge.isPending}
          onSubmit={(text) => acknowledge.mutate(text)}
        />
      )}
    </Alert>
  );
}

interface FormProps {
  error: Error | null;
  pending: boolean;
  onSubmit: (actionTaken: string) => void;
}

function ActionForm({ error, pending, onSubmit }: FormProps) {
  const { name } = useSession().staff;
  const [actionTaken, setActionTaken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(actionTaken);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Textarea
        mt="sm"
        label="What was done"
        description={`Recorded with your name, ${name}, and the time`}
        required
        autosize
        minRows={2}
        value={actionTaken}
        onChange={({ currentTarget }) => setActionTaken(currentTarget.value)}
        error={faultOf(error, '/actionTaken')}
      />
      {error && <ProblemNotice error={error} shown={['/actionTaken']} />}
      <Group mt="xs" gap="sm">
        <Button type="submit" loading={pending}>
          Acknowledge
        </Button>
        <Text size="sm">Until then it stays on Today.</Text>
      </Group>
    </form>
  );
}

function Done({ notice }: { notice: Notice }) {
  const { timeZone } = useSession().clinic;
  const { acknowledgedByName, acknowledgedAt, actionTaken } = notice;
  return (
    <Text size="sm" mt="xs" fw={600}>
      Acknowledged by {acknowledgedByName}
      {acknowledgedAt && `, ${showInstant(acknowledgedAt, timeZone)}`}: {actionTaken}
    </Text>
  );
}

/** The notice as somebody else acknowledged it first; null for any other error. */
function acknowledgedBefore(error: Error | null): Notice | null {
  if (!(error instanceof ApiProblem) || error.type !== 'conflict') return null;
  return (error.problem.current as Notice | undefined) ?? null;
}
