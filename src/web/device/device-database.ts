import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Sealed } from './sealing';

/** What a browser keeps of the person who is signed in: to open the pages without a connection, and what waits to be sent. */
interface DeviceSchema extends DBSchema {
  /** The session that was answered last, under a key that never leaves this browser; one record, `last`. */
  session: { key: string; value: { key: CryptoKey; sealed: Sealed; at: number } };
  /** Answers of the service, by the person's id and a word that does not tell the address. */
  answers: { key: string; value: { sealed: Sealed; at: number } };
  /** Entries that the service has not taken yet, by the person's id and a word that does not tell the visit. */
  waiting: { key: string; value: { text: string; at: number } };
}

type DeviceDatabase = IDBPDatabase<DeviceSchema>;

let opened: Promise<DeviceDatabase> | null = null;

/** The database of this browser, opened again where the browser closed it, as when it clears what a site keeps. */
export function deviceDatabase(): Promise<DeviceDatabase> {
  opened ??= openDB<DeviceSchema>('cudos', 1, {
    upgrade(database) {
      for (const name of ['session', 'answers', 'waiting'] as const) database.createObjectStore(name);
    },
    blocking: () => void opened?.then((database) => database.close()).then(forget),
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

/** The keys of one person. */
export function ofPerson(staffId: string): IDBKeyRange {
  return IDBKeyRange.bound(`${staffId} `, `${staffId} \uffff`);
}

function forget(): void {
  opened = null;
}
