import { useEffect, useEffectEvent, useState } from 'react';
import type { SlotName } from '../../../domain/course/record/slots';
import { slotKey } from '../../entries/outbox/slot-address';
import { useOutbox } from '../../entries/outbox/use-outbox';
import type { SavedEntry } from '../../entries/put-entry';

/** What the service answered to the form of this page, at once or after it waited, with the safety notice that it opened. */
export function useSavedForm(courseId: string, slot: SlotName) {
  const outbox = useOutbox();
  const [saved, setSaved] = useState<SavedEntry | null>(null);
  const take = useEffectEvent((key: string, answer: SavedEntry | null) => {
    if (key === slotKey({ courseId, slot }) && answer?.answers) setSaved(answer);
  });
  useEffect(() => outbox.listen({ onSaved: (at, _recorded, answer) => take(slotKey(at), answer) }), [outbox]);
  return [saved, setSaved] as const;
}
