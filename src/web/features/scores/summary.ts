import type { Place } from './cells';
import type { Pending } from './pending';

/** How the saving stands: what is under way, what waits for the connection, and what needs the person. */
export interface Summary {
  saving: number;
  kept: number;
  /** Cells that a person has to decide on, in the order in which their courses were answered. */
  needs: readonly { place: Place; message: string }[];
}

interface InPlace {
  place: Place;
  pending: Pending;
}

export function summaryOf(pendings: readonly InPlace[], order: readonly string[]): Summary {
  const count = (is: Pending['phase']['is']) => pendings.filter(({ pending }) => pending.phase.is === is).length;
  const needs = pendings
    .flatMap(({ place, pending: { phase } }) =>
      phase.is === 'saving' || phase.is === 'kept' ? [] : [{ place, message: phase.message }],
    )
    .sort(
      (a, b) =>
        order.indexOf(a.place.courseId) - order.indexOf(b.place.courseId) || a.place.infusion - b.place.infusion,
    );
  return { saving: count('saving'), kept: count('kept'), needs };
}
