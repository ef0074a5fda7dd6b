import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface CopiesSchema extends DBSchema {
  /** By their names in the local storage, as they are kept there. */
  drafts: { key: string; value: string };
}

let opened: Promise<IDBPDatabase<CopiesSchema>> | null = null;
/** One change after another. */
let last: Promise<void> = Promise.resolve();

/**
 * Copies of what the local storage keeps of what was typed. A browser writes its local storage to the disk some seconds later,
 * and its database at once: so only the copy outlives a browser that is killed, or a device that is switched off.
 *
 * @param text Null: there is none any more.
 */
export function copyDraft(name: string, text: string | null): Promise<void> {
  return (last = last
    .then(async () => {
      const database = await copies();
      await (text === null ? database.delete('drafts', name) : database.put('drafts', text, name));
    })
    // Where the browser has no database for this page, the local storage is all there is.
    .catch(() => undefined));
}

/** All copies, by their names; none where the browser has no database for this page. */
export async function draftCopies(): Promise<[string, string][]> {
  try {
    const reading = (await copies()).transaction('drafts');
    const [names, texts] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
    return names.map((name, at) => [name, texts[at] ?? '']);
  } catch {
    return [];
  }
}

function copies(): Promise<IDBPDatabase<CopiesSchema>> {
  opened ??= openDB<CopiesSchema>('cudos drafts', 1, {
    upgrade: (database) => void database.createObjectStore('drafts'),
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

function forget(): void {
  opened = null;
}
