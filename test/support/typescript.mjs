// node --import ./test/support/typescript.mjs: node reads the TypeScript of the service as it is, also in its threads.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
