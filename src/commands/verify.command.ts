import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { checkSeal, publishedKeyOf, type Checked } from '../signing/seal-check.js';
import { publishedKeysIn } from '../signing/public-key.js';
import { fetchedBytes } from './fetched.js';
import { UsageError } from './service-context.js';

const KEYS_ADDRESS = '/.well-known/cudos-signing-keys';

/** Bytes to verify, and the keys of who should have signed them; null where nobody said which. */
interface Given {
  bytes: Uint8Array;
  keys: { from: string; text: string } | null;
}

export const verifyCommand = new Command('verify')
  .description('check that a published document is as it was signed: a file without any network, or an address')
  .argument('<file or address>', 'the JSON of a publication, as it was downloaded')
  .option('--keys <file>', `the keys that the clinic publishes at ${KEYS_ADDRESS}`)
  .action(async (source: string, { keys }: { keys?: string }) => {
    const given = /^https?:\/\//i.test(source)
      ? await fromAddress(source, keys)
      : { bytes: await bytesOf(source), keys: await keysOf(keys) };
    if (!printChecks(given)) process.exitCode = 1;
  });

async function fromAddress(address: string, file: string | undefined): Promise<Given> {
  if (!URL.canParse(address)) throw new UsageError(`${address} is no address.`);
  const bytes = await fetchedBytes(address);
  if (file !== undefined) return { bytes, keys: await keysOf(file) };
  const from = new URL(KEYS_ADDRESS, address).href;
  return { bytes, keys: { from, text: Buffer.from(await fetchedBytes(from)).toString() } };
}

async function keysOf(path: string | undefined): Promise<Given['keys']> {
  if (path === undefined) return null;
  return { from: path, text: Buffer.from(await bytesOf(path)).toString() };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') throw new UsageError(`There is no file ${path}.`);
    throw new UsageError(`The file ${path} can't be read (${code}).`);
  }
}

/** Prints each check on a line of its own. @returns Whether all of them hold. */
function printChecks({ bytes, keys }: Given): boolean {
  const { document, checks } = checkSeal(bytes);
  const all: Checked[] = [...checks];
  const key = document && keys && publishedKeyOf(document, publishedKeys(keys));
  if (document && keys) {
    const what = `The key is one of those published at ${keys.from}`;
    all.push({ what, holds: key !== null });
  }
  for (const { what, holds } of all) console.log(`${holds ? 'yes ' : 'NO  '} ${what}`);
  if (key?.retiredAt) console.log(retired(key.retiredAt));
  if (document && !keys) {
    console.log(
      'not checked: whose key it is. Give the keys that the clinic publishes with --keys, or verify the address.',
    );
  }
  const holds = all.every((check) => check.holds);
  if (document && holds) console.log(`${document.slug} ${document.id} is as it was signed.`);
  else console.log('This is not a document as it was signed.');
  return holds;
}

function retired(since: string): string {
  const [day] = since.split('T');
  return `signed by a key that was retired on ${day}: what it signed before stays valid.`;
}

function publishedKeys({ from, text }: { from: string; text: string }) {
  const keys = publishedKeysIn(text);
  if (keys) return keys;
  throw new UsageError(`${from} holds no list of keys as a clinic publishes it at ${KEYS_ADDRESS}.`);
}
