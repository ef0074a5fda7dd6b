import { Anchor, Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { AUDIT_ACTIONS } from '../../../domain/audit/actions';
import { showInstant } from '../../components/dates';
import type { AuditEvent } from './asked';

/** One event: who did what to whom, when and from where. */
export function eventCells(event: AuditEvent, timeZone: string): ReactNode[] {
  const { at, staffId, staffName, action, detail, patientId, chartNumber, aboutName, address } = event;
  return [
    showInstant(at, timeZone),
    <Box miw={110} style={{ overflowWrap: 'anywhere' }}>
      {staffId === null ? 'The server' : <Of query={`person=${staffId}`} name={staffName ?? 'Somebody'} />}
    </Box>,
    <>
      {AUDIT_ACTIONS[action]}
      {detail && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {detail}
        </Text>
      )}
    </>,
    patientId && chartNumber ? <Of query={`patient=${patientId}`} name={chartNumber} /> : aboutName,
    address ?? 'the server',
  ];
}

function Of({ query, name }: { query: string; name: string }) {
  return (
    <Anchor component={Link} href={`/audit?${query}`} size="sm" underline="always">
      {name}
    </Anchor>
  );
}
