import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const linux = process.platform === 'linux';

/** A process beyond doubt: its number alone may have been given to another one since. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
  bootId: string;
}

/** Who runs under this number now; null when nobody does, or only a zombie. */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  try {
    const { state, startedAt } = linux ? await statOnLinux(pid) : await statByPs(pid);
    if (/^[ZX]/.test(state)) return null;
    const bootId = linux ? await readFile('/proc/sys/kernel/random/boot_id', 'utf8') : '';
    return { pid, startedAt, bootId: bootId.trim() };
  } catch {
    return null;
  }
}

export function isSameProcess(one: ProcessIdentity | null, other: ProcessIdentity): boolean {
  return one !== null && one.pid === other.pid && one.startedAt === other.startedAt && one.bootId === other.bootId;
}

/** Whether the number is taken at all, be it by a zombie or by a stranger. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a signal to processes that may be gone already. */
export function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone between the look and the signal, which is what the signal was for.
    }
  }
}

/** The command line of every running process, as far as this account may see them. */
export async function commandLines(): Promise<{ pid: number; command: string }[]> {
  if (!linux) return commandLinesByPs();
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return Promise.all(pids.map(async (pid) => ({ pid, command: await commandLine(pid) })));
}

async function commandLine(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return text.replaceAll('\0', ' ').trim();
}

async function statOnLinux(pid: number): Promise<{ state: string; startedAt: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name is in brackets and may hold spaces and brackets itself: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? 'X', startedAt: fields[19] ?? '' };
}

async function statByPs(pid: number): Promise<{ state: string; startedAt: string }> {
  const { stdout } = await run('ps', ['-o', 'state=,lstart=', '-p', String(pid)]);
  const [state = 'X', ...startedAt] = stdout.trim().split(/\s+/);
  return { state, startedAt: startedAt.join(' ') };
}

async function commandLinesByPs(): Promise<{ pid: number; command: string }[]> {
  const { stdout } = await run('ps', ['-axww', '-o', 'pid=,command='], { maxBuffer: 1 << 24 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid && command ? [{ pid: Number(pid), command }] : [];
  });
}
