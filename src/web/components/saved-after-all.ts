import { ApiProblem } from '../api/problem';

/** A first try whose answer was lost was saved, and then something else was typed and sent with the same key. */
export function savedAfterAll(error: Error, whatToDo: string): Error {
  if (!(error instanceof ApiProblem) || error.type !== 'key-reused') return error;
  return new Error(`Your first try was saved after all, as you had typed it then. Close this, ${whatToDo}`);
}
