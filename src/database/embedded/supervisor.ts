import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { Account } from './account.js';

/** The supervisor's name in a list of processes. */
export const SUPERVISOR = 'cudos-supervisor';

/**
 * A shell, because it is everywhere and small. Descriptor 3 is a pipe from node: when it closes, however node
 * went, the command is asked to stop at once (SIGINT is PostgreSQL's fast shutdown). Signals meant for node's
 * group are ignored, so that node decides the order of a shutdown.
 */
const SCRIPT = `
leave=$1
shift
trap '' HUP INT TERM
"$@" 3<&- &
command=$!
{ read -r _ <&3; kill -INT "$command"; } 2>/dev/null &
watcher=$!
wait "$command" 2>/dev/null
status=$?
kill -KILL "$watcher" 2>/dev/null
test -z "$leave" || rmdir "$leave" 2>/dev/null
exit "$status"
`;

export interface Supervised {
  /** Becomes the reason once the command has ended. */
  ended: Promise<{ status: number; reason: string }>;
  /** The supervisor's own process. */
  pid: number | undefined;
  /** Asks the command to stop; `ended` resolves when it has. */
  stop(): void;
}

/** Starts a command that stops when this process dies, and runs as the account where one is given. */
export function supervise(
  command: string[],
  options: {
    workingDirectory: string;
    account: Account | null;
    log: number;
    /** A directory that the command leaves empty, removed after it even when node is gone. */
    removeAfter?: string;
  },
): Supervised {
  const { account, log } = options;
  const child = spawn('/bin/sh', ['-c', SCRIPT, SUPERVISOR, options.removeAfter ?? '', ...command], {
    cwd: options.workingDirectory,
    // Nothing of the caller's: PGPORT, PGDATA or LC_ALL there must not reach the server.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    // A session of its own: Ctrl-C at the terminal goes to node alone.
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const pipe = child.stdio[3] as Writable;
  // The far end is gone once the command has ended by itself.
  pipe.on('error', () => undefined);
  const ended = new Promise<{ status: number; reason: string }>((resolve) => {
    child.once('error', (error) => resolve({ status: 127, reason: error.message }));
    child.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
  });
  return { ended, pid: child.pid, stop: () => pipe.end() };
}

function describeEnd(code: number | null, signal: string | null) {
  if (code === null) return { status: 128, reason: `its supervisor was ended by ${signal}` };
  // A shell reports a signal as 128 + its number.
  if (code > 128) return { status: code, reason: `it was ended by signal ${code - 128}` };
  return { status: code, reason: `it ended with exit code ${code}` };
}
