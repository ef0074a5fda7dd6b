import { ParseUUIDPipe } from '@nestjs/common';
import { v7 } from 'uuid';
import { Problem } from './problem.js';

/** A new id: UUID v7, so that ids made later sort later. */
export function newId(): string {
  return v7();
}

/** An id in the path; what is no UUID names nothing in this clinic. */
export const IdPipe = new ParseUUIDPipe({
  exceptionFactory: () => new Problem('not-found', 'There is nothing at this address: the id in it is not a UUID.'),
});
