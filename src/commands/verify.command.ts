import { Command } from 'commander';
import { print } from '../terminal.js';
import { publishedKeysIn, type PublishedKey } from '../signing/public-key.js';
import { checkKey, checkSeal, publishedKeyOf } from '../signing/seal-check.js';
import { fetchedBytes } from './fetched.js';
import { UsageError } from './usage-error.js';
import { wholeFile } from './files.js';

const KEYS_ADDRESS = '/.well-known/cudos-signing-keys';
/** A publication has some 200 kB. */
const MOST_BYTES = 4 * 1024 * 1024;
const FAILED = 1;
const TO_BE_CORRECTED = 2;

/** Bytes to verify, and the keys of who should have signed them; null where nobody said which. */
interface Given {
  bytes: Uint8Array;
  keys: { from: string; text: string } | null;
}

export const verifyCommand = new Command('verify')
  .argument('[file or address]', 'the JSON of a publication, as it was downloaded')
  .option('--keys <file>', `the keys that the clinic publishes at ${KEYS_ADDRESS}`)
  .action(async (source: string | undefined, { keys }: { keys?: string }) => {
    if (source === undefined) {
      const { recordsHold } = await import('./verify-records.js');
      if (!(await recordsHold())) process.exitCode = FAILED;
      return;
    }
    const given = /^https?:\/\//i.test(source)
      ? await fromAddress(source, keys)
      : { bytes: await wholeFile(source, MOST_BYTES), keys: await keysOf(keys) };
    process.exitCode = printChecks(given);
  });

async function fromAddress(address: string, file: string | undefined): Promise<Given> {
  if (!URL.canParse(address)) throw new UsageError(`${address} is no address.`);
  const bytes = await fetchedBytes(address, MOST_BYTES);
  if (file !== undefined) return { bytes, keys: await keysOf(file) };
  const from = new URL(KEYS_ADDRESS, address).href;
  return { bytes, keys: { from, text: Buffer.from(await fetchedBytes(from, MOST_BYTES)).toString() } };
}

async function keysOf(path: string | undefined): Promise<Given['keys']> {
  if (path === undefined) return null;
  return { from: path, text: Buffer.from(await wholeFile(path, MOST_BYTES)).toString() };
}

/** Prints each check on a line of its own. @returns The exit code: 0 only where all of them hold and prove whose it is. */
function printChecks({ bytes, keys }: Given): number {
  const { document, checks } = checkSeal(bytes);
  const published = keys && publishedKeys(keys);
  const all = document && keys && published ? [...checks, ...checkKey(document, published, keys.from)] : checks;
  for (const { what, holds } of all) print(`${holds ? 'yes ' : 'NO  '} ${what}`);
  if (!document || !all.every(({ holds }) => holds)) {
    print('This is not a document as it was signed.');
    return FAILED;
  }
  const key = published && publishedKeyOf(document, published);
  if (key?.retiredAt) print(`signed by a key that was retired later, on ${key.retiredAt.slice(0, 10)}.`);
  if (key?.clinics) {
    print(`${document.slug} ${document.id} is as it was signed.`);
    return 0;
  }
  print(
    key
      ? `not checked: of which clinic the key is. This list of keys is of an older version; download ${KEYS_ADDRESS} again.`
      : 'not checked: whose key it is, and anybody can make one. Give the keys that the clinic publishes with --keys, or verify the address.',
  );
  return TO_BE_CORRECTED;
}

function publishedKeys({ from, text }: { from: string; text: string }): PublishedKey[] {
  const keys = publishedKeysIn(text);
  if (keys) return keys;
  throw new UsageError(`${from} holds no list of keys as a clinic publishes it at ${KEYS_ADDRESS}.`);
}
