import { Button, Table, Text } from '@mantine/core';
import cards from '../../../components/cards.module.css';
import { useDisclosure } from '@mantine/hooks';
import { showInstant } from '../../../components/dates';
import { useSession } from '../../../session/session';
import { History } from './history';
import type { VisitAction } from './visit-action';
import { VisitActions } from './visit-actions';
import type { Visit } from '../../../entries/visits';
import { bandLabel, missedWords, personWords, sinceBaseline } from '../../../components/course-words';
import { counted } from '../../../../domain/numbers/words';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  courseId: string;
  visit: Visit;
  onAction: (action: VisitAction) => void;
  onMove: (visit: Visit) => void;
}

const COLUMNS = 5;

export function VisitRow({ courseId, visit, onAction, onMove }: Props) {
  const [opened, { toggle }] = useDisclosure(false);
  const { slot, label, recorded, dueOn } = visit;
  const historyId = `history-${slot}`;
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row" fw={600} style={{ whiteSpace: 'nowrap' }}>
          {label}
        </Table.Th>
        <Table.Td className={cards.line}>
          {recorded?.assessedOn
            ? dateInWords(recorded.assessedOn)
            : dueOn && <Text size="sm">planned {dateInWords(dueOn)}</Text>}
        </Table.Td>
        <Table.Td>
          <Score visit={visit} />
        </Table.Td>
        <Table.Td>
          {recorded && <Recording visit={visit} />}
          {recorded && recorded.version > 1 && (
            <Button
              variant="subtle"
              size="compact-xs"
              ml={-6}
              aria-expanded={opened}
              aria-controls={historyId}
              aria-label={`History of ${label}: ${counted(recorded.version, 'version')}`}
              onClick={toggle}
            >
              {opened ? 'Hide the history' : `History: ${counted(recorded.version, 'version')}`}
            </Button>
          )}
        </Table.Td>
        <Table.Td className={cards.whole}>
          <VisitActions courseId={courseId} visit={visit} onAction={onAction} onMove={onMove} />
        </Table.Td>
      </Table.Tr>
      {opened && (
        <Table.Tr id={historyId}>
          <Table.Td colSpan={COLUMNS} className={cards.whole} bg="var(--mantine-color-default-hover)">
            <History courseId={courseId} slot={slot} label={label} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** The score with its band, or why there is none. */
function Score({ visit: { state, recorded, missedReason, reduction } }: { visit: Visit }) {
  if (state === 'missed') return <Text size="sm">○ {missedWords(missedReason)}</Text>;
  if (state === 'taken-back') return <Text size="sm">Taken back</Text>;
  if (state === 'unresolved')
    return (
      <Text size="sm">
        <b>? Unresolved:</b> nobody said what happened
      </Text>
    );
  if (state === 'due' || !recorded) return <Text size="sm">Due</Text>;
  if (recorded.total === null)
    return (
      <Text size="sm">
        <b>No total.</b> {recorded.noTotalBecause}
      </Text>
    );
  return (
    <>
      <Text>
        <b>{recorded.total}</b> {recorded.band && bandLabel(recorded.band)}
      </Text>
      {reduction !== null && (
        <Text size="xs" c="dimmed">
          {sinceBaseline(reduction)}
        </Text>
      )}
    </>
  );
}

function Recording({ visit: { recorded } }: { visit: Visit }) {
  const { timeZone } = useSession().clinic;
  if (!recorded) return null;
  return (
    <Text size="sm">
      {recorded.state === 'entered-in-error' && 'Taken back by '}
      {personWords(recorded.recordedByName)}, {showInstant(recorded.recordedAt, timeZone)}
      {recorded.note && (
        <Text span display="block" size="sm" style={{ overflowWrap: 'anywhere' }}>
          “{recorded.note}”
        </Text>
      )}
    </Text>
  );
}
