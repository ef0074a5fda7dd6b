import { execFile } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseStartError } from './start-error.js';

const run = promisify(execFile);

/** An unprivileged account that PostgreSQL runs as, because it refuses to run as root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** `postgres` first: nothing else runs as it, so nobody else can enter the socket directory. */
const USUAL_ACCOUNTS = ['postgres', 'node', 'nobody'];

/** Whom PostgreSQL runs as: null is the account that runs node, the rule for anyone but root. */
export async function chooseAccount(wanted: string | undefined): Promise<Account | null> {
  const root = process.getuid?.() === 0;
  if (wanted !== undefined) return wantedAccount(wanted, root);
  if (!root) return null;
  for (const name of USUAL_ACCOUNTS) {
    const account = await findAccount(name);
    if (account && account.uid !== 0) return account;
  }
  throw new DatabaseStartError(
    'PostgreSQL does not run as root, and none of the accounts postgres, node and nobody exists: create one, or name one in the settings.',
  );
}

async function wantedAccount(name: string, root: boolean): Promise<Account | null> {
  const account = await findAccount(name);
  if (!account) throw new DatabaseStartError(`The account "${name}" does not exist here.`);
  if (account.uid === process.getuid?.() && !root) return null;
  if (!root) throw new DatabaseStartError(`Only root can run PostgreSQL as "${name}".`);
  if (account.uid === 0) throw new DatabaseStartError('PostgreSQL does not run as root.');
  return account;
}

async function findAccount(name: string): Promise<Account | null> {
  if (!/^[A-Za-z_][\w.-]*\$?$/.test(name)) return null;
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** Whether the account may enter every folder above the path, and read and execute the path. */
export async function canEnter(path: string, account: Account | null): Promise<boolean> {
  if (account === null) return true;
  let place = await realpath(path);
  if (!(await allows(place, account, 0o5))) return false;
  for (; dirname(place) !== place; place = dirname(place)) {
    if (!(await allows(dirname(place), account, 0o1))) return false;
  }
  return true;
}

async function allows(path: string, account: Account, wanted: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
