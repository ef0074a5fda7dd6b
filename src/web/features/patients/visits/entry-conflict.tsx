import { Alert, Button, Group, Text } from '@mantine/core';
import { showInstant } from '../../../components/dates';
import { fieldOf } from '../../../components/form';
import { useSession } from '../../../session/session';
import type { Assessment } from '../../../entries/entry';
import { missedWords, personWords, scoreWords } from '../../../components/course-words';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  theirs: Assessment | null;
  mine: FormData;
  onKeep: () => void;
  onAmend: () => void;
}

/** Two people at one visit: both values, and nothing is overwritten until a person has chosen. */
export function EntryConflict({ theirs, mine, onKeep, onAmend }: Props) {
  const { timeZone } = useSession().clinic;
  const total = fieldOf(mine, 'total');
  return (
    <Alert color="orange" role="alert" title="Somebody else recorded something here while you typed">
      {theirs && (
        <Text size="sm">
          Recorded now: <b>{wordsOf(theirs)}</b>
          {theirs.assessedOn && ` of ${dateInWords(theirs.assessedOn)}`}, by {personWords(theirs.recordedByName)},{' '}
          {showInstant(theirs.recordedAt, timeZone)}.
        </Text>
      )}
      <Text size="sm">
        Yours, not saved: <b>{total === '' ? 'as below' : total}</b>.
      </Text>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="xs" onClick={onKeep}>
          Keep what is recorded
        </Button>
        <Button size="xs" onClick={onAmend}>
          Amend it with mine
        </Button>
      </Group>
    </Alert>
  );
}

function wordsOf(entry: Assessment): string {
  if (entry.state === 'entered-in-error') return 'taken back';
  return entry.state === 'missed' ? missedWords(entry.missedReason) : scoreWords(entry);
}
