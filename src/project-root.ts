import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, seen from src as from dist/server/src. */
export const projectRoot = fileURLToPath(
  new URL(existsSync(new URL('../package.json', import.meta.url)) ? '../' : '../../../', import.meta.url),
);
