import { Text, Textarea, TextInput } from '@mantine/core';
import { MAX_TOTAL } from '../../../../domain/cudos/score';
import { faultOf } from '../../../api/problem';
import { useSession } from '../../../session/session';
import { useTyped } from '../../../components/dialogs/dialog-draft';
import type { Assessment } from '../../../entries/entry';
import { proposedDay } from '../../../entries/proposed-day';
import type { VisitAction } from './visit-action';
import { LaterSlotFields } from './later-slot-fields';
import { MissedReasons } from './missed-reasons';
import { ReasonField } from '../reason-field';
import { missedWords, scoreWords } from '../../../components/course-words';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  action: VisitAction;
  /** The version that is written over; null where nothing was recorded. */
  base: Assessment | null;
  error: Error | null;
}

/** Pointers of what may be wrong with the fields below, which say so themselves. */
export const ENTRY_POINTERS = [
  '/total',
  '/assessedOn',
  '/missedReason',
  '/note',
  '/amendmentReason',
  '/overrideReason',
];

/** What happened at a visit, on which day, and why it is amended. */
export function EntryFields({ action, base, error }: Props) {
  const { kind, slot } = action;
  const { today } = useSession().clinic;
  return (
    <>
      {slot === null && <LaterSlotFields series={action.series} today={today} />}
      {base && <RecordedBefore base={base} />}
      {kind === 'score' && <TotalField base={base} focused={slot !== null} error={error} />}
      {kind === 'missed' && (
        <MissedReasons proposed={base?.missedReason ?? null} error={faultOf(error, '/missedReason')} />
      )}
      {kind !== 'take-back' && <VisitFields action={action} base={base} error={error} />}
      {base && (
        <ReasonField
          label={kind === 'take-back' ? 'Why is it taken back?' : 'Why is it amended?'}
          focused={kind === 'take-back'}
          error={faultOf(error, '/amendmentReason')}
        />
      )}
    </>
  );
}

function TotalField({ base, focused, error }: Pick<Props, 'base' | 'error'> & { focused: boolean }) {
  const typed = useTyped();
  return (
    <TextInput
      label="CUDOS total"
      description={`A whole number from 0 to ${MAX_TOTAL}; higher is worse`}
      name="total"
      inputMode="numeric"
      autoComplete="off"
      required
      maw={280}
      data-autofocus={focused || undefined}
      defaultValue={typed('total', String(base?.total ?? ''))}
      error={faultOf(error, '/total')}
    />
  );
}

function VisitFields({ action, base, error }: Props) {
  const { today } = useSession().clinic;
  const { dueOn, kind } = action;
  const typed = useTyped();
  return (
    <>
      <TextInput
        type="date"
        label={kind === 'missed' ? 'Day of the missed visit' : 'Day of the answers'}
        description={dueOn ? `Planned for ${dateInWords(dueOn)}` : undefined}
        name="assessedOn"
        max={today}
        maw={280}
        defaultValue={typed('assessedOn', proposedDay(action, kind === 'missed' ? 'missed' : 'scored', today))}
        error={faultOf(error, '/assessedOn')}
      />
      <Textarea
        label="Note"
        name="note"
        autosize
        minRows={1}
        defaultValue={typed('note', base?.note ?? '')}
        error={faultOf(error, '/note')}
      />
    </>
  );
}

function RecordedBefore({ base }: { base: Assessment }) {
  if (base.state === 'entered-in-error')
    return <Text size="sm">An entry here was taken back; its versions are kept.</Text>;
  const words = base.state === 'missed' ? missedWords(base.missedReason) : scoreWords(base);
  return (
    <Text size="sm">
      Recorded: <b>{words}</b>
      {base.assessedOn && `, ${dateInWords(base.assessedOn)}`}. It stays in the history.
    </Text>
  );
}
