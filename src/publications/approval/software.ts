import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** This service and its version, as package.json states them, seen from src/publications/approval as from dist/server. */
export function software(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const root = here.replace(/(dist\/server\/)?src\/publications\/approval\/$/, '');
  const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}`;
}
