import { infusionNumber, type SlotName } from '../../../../domain/course/record/slots';

/** A planned infusion that is given another day. */
export interface VisitMove {
  courseId: string;
  chartNumber: string;
  slot: SlotName;
  dueOn: string;
}

/** Can the planned day of this visit be moved? That of infusion 1 is the start of the course. */
export function isMovable(slot: SlotName): boolean {
  return (infusionNumber(slot) ?? 1) > 1;
}
