import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { showInstant } from '../../components/dates';
import { grantWords } from '../../components/grant-words';
import cards from '../../components/cards.module.css';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { ChangeDialog } from './change-dialog';
import { DeactivateDialog } from './deactivate-dialog';
import { LostDeviceDialog } from './lost-device-dialog';
import { changePerson, type Person, roleName, stateWords } from './person';
import { SignOnLinkDialog } from './sign-on-link-dialog';

/** A long name or address takes more lines, so that what can be done stays in sight. */
const LONG = { overflowWrap: 'anywhere' } as const;

interface Props {
  person: Person;
  onLink: (link: Schemas['LinkResponse']) => void;
}

/** One person and what a director can do for them. */
export function StaffRow({ person, onLink }: Props) {
  const [dialog, setDialog] = useState<'change' | 'deactivate' | 'lost device' | 'sign-on link' | null>(null);
  const client = useQueryClient();
  const link = useMutation({
    mutationFn: () => bodyOf(api.POST('/v1/staff/{id}/one-time-link', { params: { path: { id: person.id } } })),
    onSuccess: onLink,
  });
  const activate = useMutation({
    mutationFn: () => changePerson(person.id, `"${person.version}"`, { status: 'active' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff }),
  });
  const error = link.error ?? activate.error;
  const { name, email, role, status, secondFactor, singleSignOn } = person;
  const { clinic, staff } = useSession();
  const { timeZone } = clinic;
  const button = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <Table.Tr>
      <Table.Td miw={{ sm: 238 }} style={LONG}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm">{email}</Text>
      </Table.Td>
      <Table.Td>{roleName(role)}</Table.Td>
      <Table.Td data-label="State" miw={{ sm: 120 }}>
        <div>
          <StateCell person={person} timeZone={timeZone} />
          {error && <ProblemNotice error={error} />}
        </div>
      </Table.Td>
      <Table.Td miw={{ sm: 298 }} className={cards.whole}>
        <Group gap={4} className={cards.buttons}>
          <Button {...button} component={Link} href={`/audit?person=${person.id}`} aria-label={`What ${name} did`}>
            Activity
          </Button>
          <Button {...button} aria-label={`Change ${name}`} onClick={() => setDialog('change')}>
            Change
          </Button>
          {status !== 'deactivated' && (
            <Button
              {...button}
              loading={link.isPending}
              aria-label={`New link for ${name}`}
              onClick={() => link.mutate()}
            >
              {status === 'invited' ? 'New invitation' : 'Forgotten password'}
            </Button>
          )}
          {secondFactor && staff.id !== person.id && (
            <Button {...button} aria-label={`Lost device of ${name}`} onClick={() => setDialog('lost device')}>
              Lost device
            </Button>
          )}
          {singleSignOn && staff.id !== person.id && (
            <Button {...button} aria-label={`Remove sign-on link of ${name}`} onClick={() => setDialog('sign-on link')}>
              Remove sign-on link
            </Button>
          )}
          {status === 'deactivated' ? (
            <Button
              {...button}
              loading={activate.isPending}
              aria-label={`Activate ${name}`}
              onClick={() => activate.mutate()}
            >
              Activate
            </Button>
          ) : (
            <Button {...button} aria-label={`Deactivate ${name}`} onClick={() => setDialog('deactivate')}>
              Deactivate
            </Button>
          )}
        </Group>
        {dialog === 'change' && <ChangeDialog person={person} onClose={() => setDialog(null)} />}
        {dialog === 'lost device' && <LostDeviceDialog person={person} onClose={() => setDialog(null)} />}
        {dialog === 'sign-on link' && <SignOnLinkDialog person={person} onClose={() => setDialog(null)} />}
        {dialog === 'deactivate' && <DeactivateDialog person={person} onClose={() => setDialog(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}

function StateCell({ person, timeZone }: { person: Person; timeZone: string }) {
  const { lastSignedInAt, lastGrant, secondFactor, singleSignOn } = person;
  const lines = [
    lastSignedInAt && `Last sign-in ${showInstant(lastSignedInAt, timeZone)}`,
    secondFactor && 'With a second factor',
    singleSignOn && 'With single sign-on',
    lastGrant && grantWords(lastGrant, timeZone),
  ];
  return (
    <>
      <Text size="sm">{stateWords(person)}</Text>
      {lines.map(
        (line) =>
          line && (
            <Text key={line} size="xs" c="dimmed">
              {line}
            </Text>
          ),
      )}
    </>
  );
}
