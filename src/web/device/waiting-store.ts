import { deviceDatabase, ofPerson } from './device-database';
import type { PersonalCipher } from './personal-cipher';

/** What nobody came back for in so long is deleted: it can be opened by its person alone. */
const LONGEST = 30 * 24 * 60 * 60_000;

/** What is to be kept by a name, or null for nothing any more. */
interface Change<T> {
  name: string;
  value: T | null;
  at: number;
}

/** What a person wrote and the service has not taken, in the browser's database, encrypted for that person; one change after another. */
export class WaitingStore<T> {
  private before: Promise<unknown> = Promise.resolve();
  private readonly gathered: Change<T>[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly staffId: string,
    private readonly cipher: PersonalCipher,
  ) {}

  /** It is on the disk when the promise is kept. */
  put(name: string, value: T, at: number): Promise<void> {
    return this.change({ name, value, at });
  }

  delete(name: string): Promise<void> {
    return this.change({ name, value: null, at: 0 });
  }

  /** All by their names, what was written first at the beginning. */
  all(): Promise<[string, T][]> {
    return this.next(async () => {
      const reading = (await deviceDatabase()).transaction('waiting');
      const range = ofPerson(this.staffId);
      const [keys, found] = await Promise.all([reading.store.getAllKeys(range), reading.store.getAll(range)]);
      return found
        .map(({ text, at }, index) => ({ at, key: keys[index] ?? '', text }))
        .filter(({ at }) => Date.now() - at < LONGEST)
        .toSorted((a, b) => a.at - b.at)
        .flatMap(({ key, text }): [string, T][] => {
          const name = this.cipher.reveal(key.slice(this.staffId.length + 1));
          const value = this.cipher.unlock<T>(key, text);
          return name === null || value === null ? [] : [[name, value]];
        });
    });
  }

  deleteAll(): Promise<void> {
    return this.next(async () => (await deviceDatabase()).delete('waiting', ofPerson(this.staffId)));
  }

  /** Changes that come while another is being written are written together. */
  private change(change: Change<T>): Promise<void> {
    this.gathered.push(change);
    this.writing ??= this.next(async () => {
      const changes = this.gathered.splice(0);
      this.writing = null;
      const writing = (await deviceDatabase()).transaction('waiting', 'readwrite', { durability: 'strict' });
      for (const { name, value, at } of changes) {
        const key = this.keyOf(name);
        if (value === null) void writing.store.delete(key);
        else void writing.store.put({ text: this.cipher.lock(key, value), at }, key);
      }
      await writing.done;
    });
    return this.writing;
  }

  private keyOf(name: string): string {
    return `${this.staffId} ${this.cipher.hide(name)}`;
  }

  private next<R>(change: () => Promise<R>): Promise<R> {
    const done = this.before.then(change, change);
    this.before = done.catch(() => undefined);
    return done;
  }
}

/** How many entries wait on this device, of one person or of anybody; for who shows no more of them than that. */
export async function waitingCount(staffId: string | null): Promise<number> {
  return (await deviceDatabase()).count('waiting', staffId === null ? undefined : ofPerson(staffId));
}

/**
 * Deletes what was left so long that nobody comes back for it. A device whose battery was empty may take its day for one long
 * ago: no score is lost by that, and none lasts longer, as what is from the future counts from now on.
 */
export async function dropOldWaiting(): Promise<void> {
  const writing = (await deviceDatabase()).transaction('waiting', 'readwrite');
  const now = Date.now();
  for (let at = await writing.store.openCursor(); at; at = await at.continue()) {
    if (at.value.at > now) await at.update({ ...at.value, at: now });
    else if (now - at.value.at >= LONGEST) await at.delete();
  }
  await writing.done;
}
