import { api, bodyOf } from '../api/client';
import { isCutOff } from '../api/problem';
import { readItem, removeItem, writeItem } from '../device/local-store';

const OWED = 'cudos end owed';

/** The session was ended on this device while nothing answered: the service is told before anything else is asked of it. */
export function oweEnd(): void {
  writeItem(OWED, 'yes');
}

/** Did somebody sign out, or was the page locked, and the service does not know it yet? */
export const isEndOwed = (): boolean => readItem(OWED) !== null;

/** Ends with the service what ended on this device before. @throws Unreachable or ApiProblem where nothing answers yet. */
export async function endOwed(): Promise<void> {
  if (!isEndOwed()) return;
  await bodyOf(api.DELETE('/v1/session')).catch((error: unknown) => {
    if (isCutOff(error)) throw error;
  });
  removeItem(OWED);
}

/** Somebody has signed in: there is nothing older to end. */
export function forgetOwedEnd(): void {
  removeItem(OWED);
}
