import { deviceDatabase, ofPerson } from './device-database';
import { answerKeys, canSeal, hiddenName, seal, unseal } from './sealing';

const LONGEST = 24 * 60 * 60_000;

export interface KeptAnswer<T> {
  value: T;
  /** When it was kept, in milliseconds. */
  at: number;
}

/** What the service answered one person last, encrypted for that person; gone at sign-out and after a day. */
export class KeptAnswers {
  private readonly keys: ReturnType<typeof answerKeys>;

  constructor(
    private readonly staffId: string,
    draftKey: string,
  ) {
    this.keys = answerKeys(draftKey);
  }

  /** @param kind the answers that `all` reads together. */
  async keep(kind: string, name: string, value: unknown): Promise<void> {
    const { contents } = await this.keys;
    const key = await this.keyOf(kind, name);
    const sealed = await seal(contents, key, value);
    await (await deviceDatabase()).put('answers', { sealed, at: Date.now() }, key);
  }

  async read<T>(kind: string, name: string): Promise<KeptAnswer<T> | null> {
    const key = await this.keyOf(kind, name);
    const found = await (await deviceDatabase()).get('answers', key);
    return found && !isOld(found.at) ? this.opened<T>(key, found) : null;
  }

  async all<T>(kind: string): Promise<KeptAnswer<T>[]> {
    const range = ofPerson(`${this.staffId} ${kind}`);
    const database = await deviceDatabase();
    const [keys, found] = await Promise.all([database.getAllKeys('answers', range), database.getAll('answers', range)]);
    const opened = await Promise.all(found.map((one, at) => this.opened<T>(keys[at] ?? '', one)));
    return opened.flatMap((one) => (one && !isOld(one.at) ? [one] : []));
  }

  private async opened<T>(key: string, { sealed, at }: { sealed: Parameters<typeof unseal>[2]; at: number }) {
    const value = await unseal<T>((await this.keys).contents, key, sealed);
    return value === null ? null : { value, at };
  }

  private async keyOf(kind: string, name: string): Promise<string> {
    return `${this.staffId} ${kind} ${await hiddenName((await this.keys).names, name)}`;
  }
}

/** Null over plain http, where nothing opens without a connection anyway. */
export function keptAnswersOf(staffId: string, draftKey: string): KeptAnswers | null {
  return canSeal() ? new KeptAnswers(staffId, draftKey) : null;
}

/** Deletes what anybody's answers left on this device more than a day ago. */
export async function dropOldAnswers(): Promise<void> {
  const writing = (await deviceDatabase()).transaction('answers', 'readwrite');
  for (let at = await writing.store.openCursor(); at; at = await at.continue())
    if (isOld(at.value.at)) await at.delete();
  await writing.done;
}

/** Deletes all answers that are kept of a person. */
export async function dropAnswers(staffId: string): Promise<void> {
  await (await deviceDatabase()).delete('answers', ofPerson(staffId));
}

/** A clock that was set back makes nothing last longer. */
function isOld(at: number): boolean {
  return !(Math.abs(Date.now() - at) < LONGEST);
}
