import { Alert, Button, Group, Text } from '@mantine/core';
import { slotLabel, type SlotName } from '../../../../domain/course/record/slots';
import { scoreWords } from '../../../components/course-words';
import type { Assessment } from '../../../entries/entry';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  theirs: Assessment;
  /** The follow-up that the typed day is of; null where it is of none. */
  followUp: SlotName | null;
  onFollowUp: (slot: SlotName) => void;
  onKeep: () => void;
  onAmend: () => void;
}

/** A second score after the series is another visit as a rule, and seldom a correction of the first. */
export function RecordedAlready({ theirs, followUp, onFollowUp, onKeep, onAmend }: Props) {
  const day = theirs.assessedOn === null ? '' : ` of ${dateInWords(theirs.assessedOn)}`;
  return (
    <Alert color="orange" role="alert" title="There is such a score already">
      <Text size="sm">
        Recorded: <b>{scoreWords(theirs)}</b>
        {day}. {followUp === null ? 'Yours is not saved.' : `Is yours a ${wordsOf(followUp)}?`}
      </Text>
      <Group gap="xs" mt="xs">
        {followUp !== null && (
          <Button size="xs" onClick={() => onFollowUp(followUp)}>
            Save as {slotLabel(followUp)}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={onAmend}>
          Amend what is recorded
        </Button>
        <Button variant="default" size="xs" onClick={onKeep}>
          Keep what is recorded
        </Button>
      </Group>
    </Alert>
  );
}

/** As it is asked: `follow-up, week 98`. */
function wordsOf(slot: SlotName): string {
  return slotLabel(slot).replace(' week', ', week');
}
