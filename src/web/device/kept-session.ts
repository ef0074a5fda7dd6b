import { deviceDatabase } from './device-database';
import { canSeal, newDeviceKey, seal, unseal } from './sealing';

const LAST = 'last';

/** Keeps who is signed in, so that a page opens again without a connection. Nobody's but the last one's. */
export async function keepSession(session: unknown): Promise<void> {
  if (!canSeal()) return;
  const database = await deviceDatabase();
  const key = (await database.get('session', LAST))?.key ?? (await newDeviceKey());
  const sealed = await seal(key, LAST, session);
  await database.put('session', { key, sealed, at: Date.now() }, LAST);
}

/** Who was signed in, and when the service said so; null where nobody was. */
export async function readKeptSession<T>(): Promise<{ session: T; at: number } | null> {
  if (!canSeal()) return null;
  const found = await (await deviceDatabase()).get('session', LAST);
  const session = found && (await unseal<T>(found.key, LAST, found.sealed));
  return session ? { session, at: found.at } : null;
}

/** From here on what is kept opens for who signs in alone. */
export async function dropKeptSession(): Promise<void> {
  await (await deviceDatabase()).delete('session', LAST);
}
