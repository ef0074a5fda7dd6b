import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Sealed } from './sealing';

/** What one person's password opens, and nobody else's. */
export interface PasswordLocked {
  staffId: string;
  /** A word that does not tell the address of the person. */
  email: string;
  salt: Uint8Array<ArrayBuffer>;
  mixing: CryptoKey;
  sealed: Sealed;
  at: number;
  until: number;
  triesLeft: number;
}

/** What a browser keeps of the person who is signed in: to open the pages without a connection, and what waits to be sent. */
interface DeviceSchema extends DBSchema {
  /** The session that was answered last, under a key that never leaves this browser; one record, `last`. */
  session: { key: string; value: { key: CryptoKey; sealed: Sealed; at: number } };
  /** Answers of the service, by the person's id and a word that does not tell the address. */
  answers: { key: string; value: { sealed: Sealed; at: number } };
  /** Entries that the service has not taken yet, by the person's id and a word that does not tell the visit. */
  waiting: { key: string; value: { text: string; at: number } };
  /** The session, for who locked the page or was locked out without a connection; one record, `last`. */
  passwordLock: { key: string; value: PasswordLocked };
}

type DeviceDatabase = IDBPDatabase<DeviceSchema>;

let opened: Promise<DeviceDatabase> | null = null;

/** The database of this browser, opened again where the browser closed it, as when it clears what a site keeps. */
export function deviceDatabase(): Promise<DeviceDatabase> {
  opened ??= openDB<DeviceSchema>('cudos', 2, {
    upgrade(database, before) {
      if (before < 1) for (const name of ['session', 'answers', 'waiting'] as const) database.createObjectStore(name);
      database.createObjectStore('passwordLock');
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
