// Runs a compiled entry of the service, compiling first where the sources are newer: `node src/run.mjs main`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [entry, ...rest] = process.argv.slice(2);
const compiled = join(root, 'dist/server/src', `${entry}.js`);
const stamp = join(root, 'dist/server/src/main.js');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(0, ...inside);
}

const sources = ['src', 'migrations', 'package.json', 'tsconfig.json', '.tsconfig.build.json'];
const stale = () =>
  !existsSync(compiled) ||
  Math.max(...sources.map((name) => newest(join(root, name)))) > statSync(stamp).mtimeMs;

if (existsSync(join(root, 'src')) && stale()) {
  process.stderr.write('Building first ...\n');
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  // The build talks to standard error, so that a command's standard output stays its own.
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: [0, 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

process.argv = [process.argv[0], compiled, ...rest];
await import(pathToFileURL(compiled).href);
