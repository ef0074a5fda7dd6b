import type { PendingWrite, Phase } from '../../../entries/outbox/pending-write';
import { addressOfSlotKey } from '../../../entries/outbox/slot-address';
import { waitingWords } from '../../../entries/outbox/waiting-words';
import { cellAt, type CellAddress } from './cells';

/** How the saving goes, of the whole table. */
export interface SaveSummary {
  saving: number;
  /** Kept on the device, and sent again by themselves. */
  kept: number;
  /** The same in words; null where nothing is kept. */
  waits: string | null;
  /** Is something typed or chosen in the active cell, neither saved nor given up? */
  typed: boolean;
  /** Cells that a person has to decide on, from top to bottom. */
  undecided: readonly { address: CellAddress; message: string }[];
}

/** Is everything saved that was typed, so that nothing waits for the service or a person? */
export function isAllSaved({ saving, kept, typed, undecided }: SaveSummary): boolean {
  return saving + kept + undecided.length === 0 && !typed;
}

/** @param pendings by the key of their cell; @param order the ids of the courses from top to bottom. */
export function summaryOf(
  pendings: ReadonlyMap<string, PendingWrite>,
  order: readonly string[],
  typed: boolean,
): SaveSummary {
  const phases = [...pendings].map(([key, { phase }]) => ({ address: cellAt(addressOfSlotKey(key)), phase }));
  const count = (kind: Phase['kind']) => phases.filter(({ phase }) => phase.kind === kind).length;
  const undecided = phases
    .flatMap(({ address, phase }) =>
      phase.kind === 'saving' || phase.kind === 'kept' || address === null ? [] : [{ address, message: phase.message }],
    )
    .sort(
      ({ address: a }, { address: b }) =>
        order.indexOf(a.courseId) - order.indexOf(b.courseId) || a.infusion - b.infusion,
    );
  return { saving: count('saving'), kept: count('kept'), waits: waitingWords(pendings.values()), typed, undecided };
}
