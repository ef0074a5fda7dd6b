import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { AUDIT_ACTIONS } from '../../../domain/audit/actions';
import { showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import type { AuditEvent } from './asked';

/** One event: who did what to whom, when and from where. */
export function EventRow({ event }: { event: AuditEvent }) {
  const { timeZone } = useSession().clinic;
  const { at, staffId, staffName, action, detail, patientId, chartNumber, aboutName, address } = event;
  const done = AUDIT_ACTIONS[action];
  return (
    <Table.Tr>
      <Table.Td>{showInstant(at, timeZone)}</Table.Td>
      <Table.Td miw={110} style={{ overflowWrap: 'anywhere' }}>
        {staffId === null ? (
          'The server'
        ) : (
          <Anchor component={Link} href={`/audit?person=${staffId}`} size="sm" underline="always">
            {staffName ?? 'Somebody'}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        {done}
        {detail && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {patientId && chartNumber ? (
          <Anchor component={Link} href={`/audit?patient=${patientId}`} size="sm" underline="always">
            {chartNumber}
          </Anchor>
        ) : (
          (aboutName ?? '')
        )}
      </Table.Td>
      <Table.Td>{address ?? 'the server'}</Table.Td>
    </Table.Tr>
  );
}
