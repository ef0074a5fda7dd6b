import { ParseUUIDPipe } from '@nestjs/common';
import { Problem } from './problem.js';

/** An id in the path; what is no UUID names nothing in this clinic. */
export const IdPipe = new ParseUUIDPipe({
  exceptionFactory: () => new Problem('not-found', 'There is nothing at this address: the id in it is not a UUID.'),
});
