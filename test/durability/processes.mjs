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

const isSupervisor = ({ command }) => command.includes('cudos-supervisor');
export const isPostmaster = ({ command }) => /^\S*\/postgres /.test(command);

/** Whom a way takes out of the service's family: node, its supervisor, the postmaster and the backends. */
export const victims = {
  node: (family) => family.slice(0, 1),
  'node and supervisor': (family) => [family[0], ...family.filter(isSupervisor)],
  postmaster: (family) => family.filter(isPostmaster),
  everything: (family) => family,
};

/** What runs for the data in a folder without belonging to the service; PostgreSQL works inside its data. */
export function orphansOf(home, servicePid) {
  const candidates = running().filter(({ pid }) => worksIn(pid, home));
  const family = new Set(familyOf(servicePid).map(({ pid }) => pid));
  return candidates.filter(({ pid }) => !family.has(pid));
}

function worksIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`);
  } catch {
    return false;
  }
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
