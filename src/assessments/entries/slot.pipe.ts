import { Injectable, type PipeTransform } from '@nestjs/common';
import { MAX_FOLLOW_UP_WEEKS, parseSlot, type SlotName } from '../../domain/course/record/slots.js';
import { Problem } from '../../http/problem.js';

/** @throws Problem 404 for what names no slot. */
export function slotOf(value: unknown): SlotName {
  const slot = typeof value === 'string' ? parseSlot(value) : null;
  if (slot !== null) return slot;
  throw new Problem(
    'not-found',
    `A slot is infusion-1 to infusion-6, post-series, or follow-up-W for W = 1 to ${MAX_FOLLOW_UP_WEEKS} weeks after the series.`,
  );
}

/** A slot named in the path. */
@Injectable()
export class SlotPipe implements PipeTransform<string, SlotName> {
  transform(value: string): SlotName {
    return slotOf(value);
  }
}

/** For controllers, which don't look into the domain. */
export type Slot = SlotName;
