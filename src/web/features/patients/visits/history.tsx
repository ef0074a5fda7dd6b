import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SlotName } from '../../../../domain/course/record/slots';
import type { Schemas } from '../../../api/client';
import { showInstant } from '../../../components/dates';
import { Loaded } from '../../../components/loaded';
import { useSession } from '../../../session/session';
import { versionsQuery } from '../../../api/patient-queries';
import { missedWords, personWords, scoreWords } from '../../../components/course-words';
import { dateInWords } from '../../../../domain/calendar/date-words';

type Version = Schemas['AssessmentVersionResponse'];

/** Every version of a visit, newest first: the values before are struck through. */
export function History({ courseId, slot, label }: { courseId: string; slot: SlotName; label: string }) {
  const versions = useQuery(versionsQuery(courseId, slot));
  const { timeZone } = useSession().clinic;
  return (
    <Loaded query={versions} height={80}>
      {(items) => (
        <Table aria-label={`History of ${label}`} verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Entry</Table.Th>
              <Table.Th>Day</Table.Th>
              <Table.Th>Recorded by, and when</Table.Th>
              <Table.Th>Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((version) => (
              <Table.Tr key={version.version}>
                <Table.Td>
                  <Entry version={version} />
                </Table.Td>
                <Table.Td>{version.assessedOn && dateInWords(version.assessedOn)}</Table.Td>
                <Table.Td>
                  {personWords(version.recordedByName)}, {showInstant(version.recordedAt, timeZone)}
                </Table.Td>
                <Table.Td>{whyOf(version)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Loaded>
  );
}

function Entry({ version }: { version: Version }) {
  const words = entryWords(version);
  if (version.supersededAt === null)
    return (
      <Text size="sm" fw={600}>
        {words}
      </Text>
    );
  return (
    <Text size="sm" c="dimmed">
      <s>{words}</s> replaced
    </Text>
  );
}

function entryWords(version: Version): string {
  if (version.state === 'entered-in-error') return 'Taken back';
  return version.state === 'missed' ? missedWords(version.missedReason) : scoreWords(version);
}

function whyOf({ version, amendmentReason, overrideReason, note }: Version): string {
  const parts = [
    amendmentReason ?? (version === 1 ? 'First entry' : null),
    overrideReason && `Confirmed: ${overrideReason}`,
    note && `Note: ${note}`,
  ];
  return parts.filter((part) => part).join('. ');
}
