import { deviceDatabase, type PasswordLocked } from './device-database';
import { canSeal, hiddenName, newMixingKey, passwordKey, seal, unseal } from './sealing';

const LAST = 'last';
const SALT_BYTES = 16;
/** So many passwords may be tried on this device; after that the service alone says who somebody is. */
const TRIES = 5;

/** What of a person is locked, and until when, in milliseconds, it opens. */
interface Content {
  staffId: string;
  email: string;
  value: unknown;
  until: number;
}

export type Opened<T> =
  | { kind: 'opened'; value: T; at: number }
  /** Nobody's password opens anything here, or no longer. */
  | { kind: 'nothing' }
  | { kind: 'another-person' }
  /** @property triesLeft 0 where that was the last. */
  | { kind: 'wrong-password'; triesLeft: number };

/** What comes of a password; made while the service is still asked, because it takes a while on purpose. */
interface Prepared {
  salt: Uint8Array<ArrayBuffer>;
  mixing: CryptoKey;
  key: CryptoKey;
}

/** Null over plain http, where nothing opens without a connection anyway. */
export async function preparePassword(password: string): Promise<Prepared | null> {
  if (!canSeal()) return null;
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const mixing = await newMixingKey();
  return { salt, mixing, key: await passwordKey(password, salt, mixing) };
}

/** Locks something with the password of a person, and forgets what was locked before. */
export async function lockWithPassword(
  { staffId, email, value, until }: Content,
  { salt, mixing, key }: Prepared,
): Promise<void> {
  const sealed = await seal(key, staffId, value);
  const own = { staffId, email: await hidden(mixing, email) };
  const locked = { ...own, salt, mixing, sealed, at: Date.now(), until, triesLeft: TRIES };
  await (await deviceDatabase()).put('passwordLock', locked, LAST);
}

/** Opens it with what a person typed. Each try counts before it is made, so that a page that is closed gives none back. */
export async function openWithPassword<T>(email: string, password: string): Promise<Opened<T>> {
  const found = canSeal() ? await findLocked() : null;
  if (found === null) return { kind: 'nothing' };
  if (found.email !== (await hidden(found.mixing, email))) return { kind: 'another-person' };
  const triesLeft = await countTry();
  if (triesLeft === null) return { kind: 'nothing' };
  const key = await passwordKey(password, found.salt, found.mixing);
  const value = await unseal<T>(key, found.staffId, found.sealed);
  if (value === null) {
    if (triesLeft === 0) await dropPasswordLock();
    return { kind: 'wrong-password', triesLeft };
  }
  await giveTriesBack();
  return { kind: 'opened', value, at: found.at };
}

/** Is there something that a password opens? */
export async function hasPasswordLock(): Promise<boolean> {
  return canSeal() && (await findLocked()) !== null;
}

/** @param staffId what is locked of this person stays; null for nobody's. */
export async function dropPasswordLock(staffId: string | null = null): Promise<void> {
  const writing = (await deviceDatabase()).transaction('passwordLock', 'readwrite');
  const found = await writing.store.get(LAST);
  if (found && found.staffId !== staffId) await writing.store.delete(LAST);
  await writing.done;
}

/** Deletes what no password opens any more. */
export async function dropOldPasswordLock(): Promise<void> {
  await findLocked();
}

async function findLocked(): Promise<PasswordLocked | null> {
  const found = await (await deviceDatabase()).get('passwordLock', LAST);
  if (!found) return null;
  // A clock that was set back makes nothing last longer.
  const isOpen = Math.abs(Date.now() - found.at) < found.until - found.at;
  if (isOpen && found.triesLeft > 0) return found;
  await dropPasswordLock();
  return null;
}

/** @returns How many tries are left after this one; null where there was none. */
async function countTry(): Promise<number | null> {
  const writing = (await deviceDatabase()).transaction('passwordLock', 'readwrite', { durability: 'strict' });
  const found = await writing.store.get(LAST);
  const triesLeft = found && found.triesLeft > 0 ? found.triesLeft - 1 : null;
  if (found && triesLeft !== null) await writing.store.put({ ...found, triesLeft }, LAST);
  await writing.done;
  return triesLeft;
}

async function giveTriesBack(): Promise<void> {
  const writing = (await deviceDatabase()).transaction('passwordLock', 'readwrite');
  const found = await writing.store.get(LAST);
  if (found) await writing.store.put({ ...found, triesLeft: TRIES }, LAST);
  await writing.done;
}

/** The service takes an address in any case, and without the spaces around it. */
function hidden(mixing: CryptoKey, email: string): Promise<string> {
  return hiddenName(mixing, `address ${email.trim().toLowerCase()}`);
}
