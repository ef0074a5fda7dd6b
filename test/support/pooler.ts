import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A pgbouncer in front of a server, which gives each transaction a connection and a session none. */
export interface Pooler {
  /** Where it stands in for the server; other databases of the server are there under their names. */
  url: string;
  stop(): Promise<void>;
}

const NOBODY = 65_534;
const PORT = 6432;
/** Fewer than the service has, so that a connection of the service's is now this one of the server's, now that one. */
const SERVER_CONNECTIONS = 3;

/**
 * Starts one on a socket of its own, which every login may use. It is Debian's package `pgbouncer`.
 * @param further Lines of its settings.
 */
export async function startPooler(serverUrl: string, further: readonly string[] = []): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'cudos-pooler-'));
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(settings, settingsOf(serverUrl, folder, further));
  const account = accountFor(serverUrl);
  if (account.uid !== undefined) for (const path of [folder, settings]) chownSync(path, account.uid, account.uid);
  const child = spawn('pgbouncer', [settings], { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', gone);
  await ready(child.stderr, once(child, 'close'));
  const { user, database } = new pg.Client({ connectionString: serverUrl });
  return {
    url: `postgres://${user ?? ''}@/${database ?? ''}?host=${folder}&port=${PORT}`,
    stop: async () => {
      const closed = once(child, 'close');
      process.off('exit', gone);
      gone();
      await closed;
    },
  };
}

function settingsOf(serverUrl: string, folder: string, further: readonly string[]): string {
  const { user, password, host, port } = new pg.Client({ connectionString: serverUrl });
  const login = `user=${user ?? ''}${password ? ` password=${password}` : ''}`;
  return [
    '[databases]',
    `* = host=${host} port=${port} ${login}`,
    '[pgbouncer]',
    'pool_mode = transaction',
    `default_pool_size = ${SERVER_CONNECTIONS}`,
    'max_client_conn = 1000',
    'listen_addr =',
    `listen_port = ${PORT}`,
    `unix_socket_dir = ${folder}`,
    'auth_type = any',
    ...further,
    '',
  ].join('\n');
}

/** It refuses to run as root, and must be able to enter the folder of the server's socket. */
function accountFor(serverUrl: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const { host } = new pg.Client({ connectionString: serverUrl });
  const owner = host.startsWith('/') ? statSync(host).uid : NOBODY;
  const uid = owner === 0 ? NOBODY : owner;
  return { uid, gid: uid };
}

async function ready(said: NodeJS.ReadableStream, closed: Promise<unknown>): Promise<void> {
  let text = '';
  const up = new Promise<void>((resolve) => {
    said.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (text.includes('process up')) resolve();
    });
  });
  const ended = closed.then(
    () => Promise.reject(new Error(`pgbouncer ended and said: ${text}`)),
    (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      throw missing ? new Error('pgbouncer is not installed; on Debian: apt-get install pgbouncer') : error;
    },
  );
  await Promise.race([up, ended]);
}
