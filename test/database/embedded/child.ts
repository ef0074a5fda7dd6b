import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transform } from '@swc/core';

const SOURCE = resolve('src/database');

/** The launcher compiled for a node of its own: only another process can be killed, or run under another account. */
export interface Compiled {
  /** Runs code in a new process; `launcher.js` and its neighbors are imported from `here`. */
  run(code: string, uid?: number): ChildProcess;
  remove(): Promise<void>;
}

export async function compileLauncher(): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'cudos-compiled-'));
  await chmod(folder, 0o755);
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await mkdir(join(folder, 'embedded'));
  const launcher = (await readdir(join(SOURCE, 'embedded'))).map((name) => `embedded/${name}`);
  for (const name of ['sql-state.ts', ...launcher]) {
    const { code } = await transform(await readFile(join(SOURCE, name), 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    await writeFile(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
  const opening = `import { startEmbedded, findRunning } from '${folder}/embedded/launcher.js';\n`;
  return {
    run: (code, uid) =>
      spawn(process.execPath, ['--input-type=module', '-e', opening + code], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(uid !== undefined && { uid, gid: uid }),
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What the process says up to its end, or up to the first whole line where only that is wanted. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const line = new Promise<string>((done) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) done(said.split('\n')[0] ?? '');
    });
  });
  return Promise.race([line, once(child, 'close').then(() => said.trim())]);
}

/** An empty place for a data directory, which other accounts may pass through. */
export async function makePlace(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'cudos-place-'));
  await chmod(place, 0o711);
  await mkdir(join(place, 'data'), { mode: 0o711 });
  return join(place, 'data');
}

export async function removePlace(dataDir: string): Promise<void> {
  await rm(resolve(dataDir, '..'), { recursive: true, force: true, maxRetries: 5 });
}
