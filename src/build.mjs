// Compiles the service and the pages where their sources are newer than what was compiled; says so on standard error.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(root, 'node_modules/.cudos-build');
const document = 'src/http/openapi.json';

/** What is compiled: from which sources, seen by which file, by which command. */
const service = {
  sources: ['src', 'migrations', 'tsconfig.json', '.tsconfig.build.json', 'nest-cli.json'],
  but: ['src/web', document],
  stamp: 'dist/server/src/main.js',
  build: () => run('@nestjs/cli/bin/nest.js', 'build'),
};
export const pages = {
  sources: ['src/web', 'src/domain', document],
  but: ['src/web/api/schema.d.ts'],
  stamp: 'dist/web/index.html',
  build() {
    const typed = run('openapi-typescript/bin/cli.js', document, '-o', 'src/web/api/schema.d.ts');
    return typed && run('vite/bin/vite.js', 'build', 'src/web', '--logLevel', 'warn');
  },
};

function newest(path, but) {
  if (but.includes(path)) return 0;
  const stat = statSync(join(root, path));
  if (!stat.isDirectory()) return /\.([jt]s|tsx|css|html|svg|json)$/.test(path) ? stat.mtimeMs : 0;
  return Math.max(0, ...readdirSync(join(root, path)).map((name) => newest(join(path, name), but)));
}

function isStale({ sources, but, stamp }) {
  const built = join(root, stamp);
  if (!existsSync(built)) return true;
  return Math.max(...sources.map((path) => newest(path, but))) > statSync(built).mtimeMs;
}

/** What of it has to be compiled; nothing where there are no sources, as in an image. */
function stale(parts) {
  if (!existsSync(join(root, 'src/main.ts'))) return [];
  return parts.filter(isStale);
}

/** Takes the lock of the build; false where a process that lives has it. */
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
export async function buildWhereStale(wanted = [service, pages]) {
  if (!existsSync(lock) && stale(wanted).length === 0) return;
  while (!lockTaken()) await pause(200);
  try {
    const parts = stale(wanted);
    if (parts.length > 0) process.stderr.write('Building first ...\n');
    for (const { build, stamp } of parts) {
      if (build()) continue;
      // What a failed build leaves behind must not pass for built at the next start.
      for (const path of [join(root, stamp), lock]) rmSync(path, { force: true });
      process.exit(1);
    }
  } finally {
    rmSync(lock, { force: true });
  }
}

function run(program, ...args) {
  // The build talks to standard error, so that a command's standard output stays its own.
  const path = join(root, 'node_modules', program);
  // Under Jest, NODE_ENV is `test`, and the pages would be built with the libraries' development code.
  const env = { ...process.env, NODE_ENV: 'production' };
  return spawnSync(process.execPath, [path, ...args], { cwd: root, env, stdio: [0, 2, 2] }).status === 0;
}
