import { ApiProblem } from '../api/problem';

/** The sentence that stands beside a field, by the JSON pointer of what is wrong with it; null where nothing is. */
export function faultOf(error: Error | null, pointer: string): string | null {
  return error instanceof ApiProblem ? error.fault(pointer) : null;
}
