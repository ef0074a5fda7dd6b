import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Every process that runs now, with its parent and its command line; zombies have ended and are left out. */
function running() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

/** The process and all that descend from it. */
export function familyOf(pid) {
  const all = running();
  const family = all.filter((one) => one.pid === pid);
  for (const member of family) family.push(...all.filter((one) => one.parent === member.pid));
  return family;
}

export const isSupervisor = ({ command }) => command.includes('cudos-supervisor');
export const isPostmaster = ({ command }) => /^\S*\/postgres /.test(command);

/** What still runs for a data directory: each of its processes works in a folder of it. */
export function leftOf(dataDir) {
  return running().filter(({ pid }) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${dataDir}/`);
    } catch {
      return false;
    }
  });
}

export function kill(processes) {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Died together with another one of its family.
    }
  }
}
