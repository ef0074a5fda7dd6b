// Hooks of node's module loader.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { swc } from './swc.mjs';

const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;

/** As TypeScript itself resolves it: what is imported as .js may be a .ts. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  if (!/^(file:|\.{1,2}\/).*\.js$/.test(specifier)) return next(specifier, context);
  const compiled = new URL(specifier, context.parentURL);
  const source = new URL(compiled.href.replace(/\.js$/, '.ts'));
  return next(!existsSync(compiled) && existsSync(source) ? source.href : specifier, context);
}

export async function load(url, context, next) {
  if (!/\.ts(?:\?|$)/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swc, filename, swcrc: false });
  return { format: 'module', source: code, shortCircuit: true };
}
