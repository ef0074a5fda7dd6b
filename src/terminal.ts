import { DatabaseStartError } from './database/embedded/start-error.js';
import { DatabaseNotUsable } from './database/not-usable.js';
import { databaseUnavailable } from './database/sql-state.js';
import { SettingsError } from './environment.js';

/** A start that can't be; the message is one clear sentence. */
export class StartError extends Error {}

/** Characters that move the cursor, change colors, delete lines or turn the direction of writing, but for tab and line end. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text of others as a terminal may show it: what it would carry out is written as its code, as JSON writes it. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Prints a text on standard output. */
export function print(text: string): void {
  console.log(printable(text));
}

/** For the person at the terminal; the log of requests goes to standard output. */
export function tell(line: string): void {
  process.stderr.write(printable(`${line}\n`));
}

const LOST = 'The database does not answer any more. What was under way may not have been saved; look, and try again.';

/** Runs an entry of the service; what a person can mend ends it with one sentence instead of a stack. */
export async function orExplain(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const known = [SettingsError, DatabaseStartError, DatabaseNotUsable, StartError];
    const plain = known.some((kind) => error instanceof kind);
    if (databaseUnavailable(error)) tell(LOST);
    else tell(plain ? (error as Error).message : String((error as Error).stack ?? error));
    process.exit(1);
  }
}
