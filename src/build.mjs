// Compiles the service where its sources are newer than what was compiled; says so on standard error.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist/server/src/main.js');
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

/** Ends the process where the sources can't be compiled. */
export function buildWhereStale() {
  if (!stale()) return;
  process.stderr.write('Building first ...\n');
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  // The build talks to standard error, so that a command's standard output stays its own.
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: [0, 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
