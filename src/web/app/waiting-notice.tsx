import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { infusionNumber } from '../../domain/course/record/slots';
import { courseQuery } from '../api/patient-queries';
import { missedWords } from '../components/course-words';
import type { Entry } from '../entries/entry';
import type { PendingWrite } from '../entries/outbox/pending-write';
import { useShownHere } from '../entries/outbox/shown-here';
import { addressOfSlotKey, visitWords, type SlotAddress } from '../entries/outbox/slot-address';
import { OVERRIDE_REASONS } from '../entries/override-reasons';
import { useAllPending, useOutbox } from '../entries/outbox/use-outbox';
import { dateInWords } from '../../domain/calendar/date-words';

/** On this page every infusion that needs a decision is listed. */
const TABLE = '/scores';
const KEEP_MINE = 'Recorded without a connection; both values were seen';

/** What was sent and not taken, of visits that the page does not show: a person decides before it is saved. */
export function WaitingNotice() {
  const pending = useAllPending();
  const [location] = useLocation();
  const shown = useShownHere();
  const undecided = pending
    .filter(([key]) => !shown.has(key))
    .map(([key, write]) => ({ key, address: addressOfSlotKey(key), write }))
    .filter(({ write: { phase } }) => phase.kind !== 'saving' && phase.kind !== 'kept')
    .filter(({ address, write }) => {
      const isShown = infusionNumber(address.slot) !== null && location === TABLE;
      return !isShown && location !== formOf(address, write);
    });
  if (undecided.length === 0) return null;
  return (
    <Alert color="orange" radius={0} title="Not saved before you decide" role="region">
      <Stack gap={4}>
        {undecided.map(({ key, ...one }) => (
          <Undecided key={key} {...one} />
        ))}
      </Stack>
    </Alert>
  );
}

function Undecided({ address, write }: { address: SlotAddress; write: PendingWrite }) {
  const { courseId, slot } = address;
  const { data: course } = useQuery(courseQuery(courseId));
  const outbox = useOutbox();
  const { phase } = write;
  const of = `${course?.chartNumber ?? 'A patient'}, ${visitWords(slot)}`;
  const infusion = infusionNumber(slot);
  const form = formOf(address, write);
  const place = form ?? (infusion === null ? null : `/scores?course=${courseId}&infusion=${infusion}`);
  const keepMine = () => {
    const mine = { ...write.write, amendmentReason: KEEP_MINE };
    outbox.write(address, mine, phase.kind === 'conflict' ? (phase.theirs?.version ?? null) : write.base);
  };
  return (
    <Group gap="xs" align="center">
      <Text size="sm">
        {of}: {wordsOf(write.write.entry)}. {phase.kind === 'saving' ? '' : phase.message}
        {phase.kind === 'conflict' && phase.theirs && ` Theirs: ${wordsOf(phase.theirs)}.`}
      </Text>
      {place !== null ? (
        <Anchor component={Link} href={place} size="sm" underline="always">
          Decide
        </Anchor>
      ) : (
        <>
          {phase.kind === 'conflict' && (
            <Button size="compact-sm" onClick={keepMine}>
              Save mine over it
            </Button>
          )}
          {phase.kind === 'unusual' && (
            <Button size="compact-sm" onClick={() => outbox.resend(address, OVERRIDE_REASONS[0])}>
              It is right: checked on the form
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => outbox.discard(address)}>
            Give mine up
          </Button>
        </>
      )}
    </Group>
  );
}

/** `14 on 20 Mar 2026`, `Missed: patient unwell`. */
function wordsOf(entry: Entry): string {
  if (entry.state === 'entered-in-error') return 'taken back';
  if (entry.state === 'missed') return missedWords(entry.missedReason);
  const on = entry.assessedOn === null ? '' : ` on ${dateInWords(entry.assessedOn)}`;
  return `${entry.total ?? 'a form'}${on}`;
}

/** Where a form is looked at again; null for what is no form. */
function formOf({ courseId, slot }: SlotAddress, { write }: PendingWrite): string | null {
  return write.entry.answers === null ? null : `/courses/${courseId}/form/${slot}`;
}
