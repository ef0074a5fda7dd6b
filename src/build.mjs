// Compiles the service where its sources are newer than what was compiled; says so on standard error.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist/server/src/main.js');
const lock = join(root, 'node_modules/.cudos-build');
const sources = ['src', 'migrations', 'tsconfig.json', '.tsconfig.build.json', 'nest-cli.json'];

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory())
    return /\.ts$|config.*\.json$|nest-cli\.json$/.test(path) ? stat.mtimeMs : 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function stale() {
  if (!existsSync(join(root, 'src/main.ts'))) return false;
  if (!existsSync(stamp)) return true;
  return Math.max(...sources.map((name) => newest(join(root, name)))) > statSync(stamp).mtimeMs;
}

/** Takes the lock of who builds; false where a process that lives has it. */
function lockTaken() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    if (error.code === 'ESRCH') rmSync(lock, { force: true });
  }
  return false;
}

/** Ends the process where the sources can't be compiled. Of several at once, one builds and the others wait. */
export async function buildWhereStale() {
  if (!existsSync(lock) && !stale()) return;
  while (!lockTaken()) await pause(200);
  try {
    if (stale()) build();
  } finally {
    rmSync(lock, { force: true });
  }
}

function build() {
  process.stderr.write('Building first ...\n');
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  // The build talks to standard error, so that a command's standard output stays its own.
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: [0, 2, 2] });
  if (status === 0) return;
  rmSync(lock, { force: true });
  process.exit(status ?? 1);
}
