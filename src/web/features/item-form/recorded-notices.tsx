import { Alert, Button, Group, Text } from '@mantine/core';
import { MISSED_REASONS } from '../../../domain/course/record/stop-reasons';
import { showInstant } from '../../components/dates';
import type { Assessment } from '../../entries/entry';
import { useSession } from '../../session/session';
import classes from './item-form.module.css';
import type { DraftedForm } from './use-form-draft';
import { dateInWords } from '../../../domain/calendar/date-words';

interface Props {
  form: DraftedForm;
  recorded: Assessment | null;
  /** Was something recorded after the person began to type? */
  stale: boolean;
}

/** What is recorded at the slot, what was typed before, and what somebody else wrote meanwhile. */
export function RecordedNotices({ form, recorded, stale }: Props) {
  if (stale) return <Conflict form={form} recorded={recorded} />;
  return (
    <div className={classes.notices}>
      {recorded && (
        <Alert variant="light" title={titleOf(recorded)}>
          <Recording recorded={recorded} />
          <Text size="sm">{HINTS[recorded.state](recorded)}</Text>
        </Alert>
      )}
      {form.restored && (
        <Alert color="yellow" variant="light" role="status" title="Typed before, not saved yet">
          <Group justify="space-between" gap="xs">
            <Text size="sm">These answers were kept on this device. Go on, or start again.</Text>
            <Button variant="default" size="xs" onClick={form.discard}>
              Discard them
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}

/** Two people at one slot: nothing is overwritten until one of them has seen both. */
function Conflict({ form, recorded }: Omit<Props, 'stale'>) {
  return (
    <Alert
      className={classes.notices}
      color="orange"
      role="alert"
      title="Somebody else recorded something here while you typed"
    >
      <Text size="sm">Your answers are kept below and are not saved.</Text>
      {recorded && (
        <Text size="sm" fw={600} mt={4}>
          Recorded now: {titleOf(recorded)}
        </Text>
      )}
      {recorded && <Recording recorded={recorded} />}
      <Group gap="xs" mt="xs">
        <Button variant="default" size="xs" onClick={form.discard}>
          Keep what is recorded
        </Button>
        <Button size="xs" onClick={form.takeUp}>
          Amend it with my answers
        </Button>
      </Group>
    </Alert>
  );
}

function Recording({ recorded }: { recorded: Assessment }) {
  const { timeZone } = useSession().clinic;
  const { recordedByName, recordedAt, assessedOn, noTotalBecause, note } = recorded;
  return (
    <>
      {noTotalBecause && <Text size="sm">{noTotalBecause}</Text>}
      <Text size="sm">
        {assessedOn && `Of ${dateInWords(assessedOn)}. `}Recorded by {recordedByName ?? 'the command line'},{' '}
        {showInstant(recordedAt, timeZone)}.{note && ` Note: ${note}`}
      </Text>
    </>
  );
}

function titleOf({ state, total, answers, missedReason }: Assessment): string {
  if (state === 'entered-in-error') return 'An entry that was taken back';
  if (state === 'missed') return `Missed visit${missedReason ? `: ${MISSED_REASONS[missedReason].toLowerCase()}` : ''}`;
  if (total === null) return 'Answers without a total';
  return answers ? `Answers with a total of ${total}` : `A total of ${total}, without its answers`;
}

const AMENDS = 'Saving amends it, with a reason; the earlier version is kept.';

const HINTS: Record<Assessment['state'], (recorded: Assessment) => string> = {
  scored: ({ answers }) =>
    answers ? `Change an answer to amend it. ${AMENDS}` : `The 18 answers replace it. ${AMENDS}`,
  missed: () => `The form replaces the missed visit. ${AMENDS}`,
  'entered-in-error': () => AMENDS,
};
