import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { checkTotal } from '../../../domain/cudos/score';
import { useDrafts } from '../../components/drafts';
import { entryOf, totalEntry, type Assessment } from '../../entries/entry';
import type { PendingWrite } from '../../entries/outbox/pending-write';
import { slotKey, type SlotAddress } from '../../entries/outbox/slot-address';
import { useShowingHere } from '../../entries/outbox/shown-here';
import { useOutbox, usePending } from '../../entries/outbox/use-outbox';
import { lineDraft } from '../../entries/typed-scores';
import { RECORDED_AGAIN } from '../../entries/override-reasons';
import { useClosingWarning } from '../../session/closing-warning';
import type { Line } from './lines';

const CONFLICT = 'Somebody else recorded something here meanwhile.';

/** The score that is typed in a line: kept on the device until the service has saved it, and saved by Enter or “Save” alone. */
export function useLineScore(line: Line, today: string, onSaved: (words: string) => void) {
  const { courseId, slot } = line;
  const outbox = useOutbox();
  const address = useMemo(() => ({ courseId, slot }), [courseId, slot]);
  const pending = usePending(address);
  const { edited, edit, fault, setFault } = useEdited(lineDraft(address));
  const saved = useSavedTotal(address, line, onSaved);
  const text = edited ?? (pending ? typedIn(pending) : (saved ?? ''));
  const phase = usePhaseHere(address, edited === null ? pending : null);

  const type = (typed: string) => {
    edit(typed === '' ? null : typed);
    if (typed === '' && pending && pending.phase.kind !== 'saving') outbox.discard(address);
  };
  /** True where it goes to the service. */
  const submit = (overrideReason: string | null = null): boolean => {
    if (phase?.kind === 'saving') return true;
    const { total, message } = totalIn(text);
    setFault(message);
    if (total === null) return false;
    if (phase?.kind === 'kept') void outbox.drain();
    else if (phase?.kind === 'unusual') outbox.resend(address, overrideReason);
    else {
      const entry = totalEntry(total, { assessedOn: line.assessedOn ?? today, note: null });
      const write = { entry, amendmentReason: RECORDED_AGAIN, overrideReason, typed: text.trim() };
      outbox.write(address, write, line.recorded?.version ?? null);
      edit(null);
    }
    return true;
  };
  return {
    ...{ text, type, submit },
    isPending: phase?.kind === 'saving',
    isSaved: saved !== null && pending === null && edited === null,
    waits: phase?.kind === 'kept' ? waitingIn(pending) : null,
    message: fault ?? (phase ? wordsOf(phase) : null),
    asksReason: phase?.kind === 'unusual',
    isConflict: phase?.kind === 'conflict',
  };
}

/** How far what was sent has come; where it waits for a decision, the line is the place for that. */
function usePhaseHere(address: SlotAddress, pending: PendingWrite | null): PendingWrite['phase'] | undefined {
  const phase = pending?.phase;
  useShowingHere(phase && phase.kind !== 'saving' && phase.kind !== 'kept' ? address : null);
  return phase;
}

/** What is typed and was not sent, kept as a draft of this name; null where nothing is. */
function useEdited(draft: string) {
  const drafts = useDrafts();
  const [edited, setEdited] = useState(() => drafts.read<string>(draft));
  const [fault, setFault] = useState<string | null>(null);
  useClosingWarning(() => edited !== null);
  const edit = (typed: string | null) => {
    setEdited(typed);
    setFault(null);
    if (typed === null) drafts.drop(draft);
    else drafts.keep(draft, typed);
  };
  return { edited, edit, fault, setFault };
}

export type LineScore = ReturnType<typeof useLineScore>;

/** The total that the service has saved of the line, by this page or by what waited; null where it has none yet. */
function useSavedTotal(address: SlotAddress, { chartNumber, label }: Line, onEnd: (words: string) => void) {
  const outbox = useOutbox();
  const [saved, setSaved] = useState<string | null>(null);
  const of = `${chartNumber}, ${label.toLowerCase()}`;
  const isOfLine = (at: SlotAddress) => slotKey(at) === slotKey(address);
  const saw = useEffectEvent((at: SlotAddress, { total }: Assessment) => {
    if (!isOfLine(at)) return;
    setSaved(String(total ?? ''));
    onEnd(total === null ? `Saved: ${of}.` : `Saved: ${of}, ${total}.`);
  });
  const failed = useEffectEvent((at: SlotAddress, message: string) => {
    if (isOfLine(at)) onEnd(`Not saved: ${of}. ${message}`);
  });
  useEffect(
    () =>
      outbox.listen({ onSaved: (at, recorded) => saw(at, recorded), onNotSaved: (at, message) => failed(at, message) }),
    [outbox],
  );
  return saved;
}

/** The score that was typed, or what is wrong with it; neither where nothing was. */
function totalIn(text: string): { total: number | null; message: string | null } {
  const typed = text.trim();
  if (typed === '') return { total: null, message: null };
  if (!/^\d+$/.test(typed)) return { total: null, message: `“${typed}” is not a whole number.` };
  const message = checkTotal(Number(typed))[0]?.message ?? null;
  return { total: message === null ? Number(typed) : null, message };
}

function typedIn({ write, next }: PendingWrite): string {
  const { typed, entry } = next ?? write;
  return typed ?? (entry.total === null ? '' : String(entry.total));
}

function waitingIn(pending: PendingWrite | null): string {
  const { state, answers } = (pending?.next ?? pending?.write)?.entry ?? {};
  const what = state === 'missed' ? 'missed, ' : answers ? 'form, ' : '';
  return `${what}waits`;
}

/** Why what was sent is not saved; null while it is on its way, or waits. */
function wordsOf(phase: PendingWrite['phase']): string | null {
  if (phase.kind === 'saving' || phase.kind === 'kept') return null;
  if (phase.kind !== 'conflict') return phase.message;
  const entry = entryOf(phase.theirs);
  return entry?.state === 'scored' && entry.total !== null ? `Theirs: ${entry.total}. ${CONFLICT}` : CONFLICT;
}
