import { Problem } from '../../http/problem.js';
import { EmailTaken } from './staff.repository.js';

/** Says that somebody has this address already; any other error goes on. */
export function explainTaken(error: unknown): never {
  if (!(error instanceof EmailTaken)) throw error;
  throw taken();
}

export function taken(): Problem {
  return new Problem('conflict', 'This e-mail address has an account already.');
}
