// Runs a compiled entry of the service, compiling first where it must: `node src/run.mjs main`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhereStale, root } from './build.mjs';

const [entry, ...rest] = process.argv.slice(2);
const compiled = join(root, 'dist/server/src', `${entry}.js`);

await buildWhereStale();
process.argv = [process.argv[0], compiled, ...rest];
await import(pathToFileURL(compiled).href);
