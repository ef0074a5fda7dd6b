// Jest's own circus, with node in place of Jest's runtime to load modules: a process of tests loads the service once.
//
// Jest gives each file a global object and, in it, its own copy of the service and its libraries: 3,600 modules, 2.2 s of a
// processor, for each of 300 files; a third of the gate. Here a file costs what its tests do. What is given up: a test may
// change nothing global that outlives its file (few files mocked anything), and modules are not mocked. Tried and left:
// jest-light-runner (the same idea; no time limit for a test, and its latest version asks for a later Node), libraries
// bundled for the tests (saves half of it, and the bundle is one more thing that differs from what is served).
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { setGlobals } from './jest-globals.mjs';

const require = createRequire(import.meta.url);
let files = 0;

/** What circus asks of Jest's runtime. */
const native = {
  /** Circus itself, which keeps the tests of one file: made again for each. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(path);
  },
  requireModule: (path) => require(path),
  setGlobalsForRuntime: setGlobals,
  unstable_shouldLoadAsEsm: () => true,
  // A file of tests runs again where Jest watches; what it imports is shared.
  unstable_importModule: (path) => import(`${pathToFileURL(path)}?run=${(files += 1)}`),
  enterTestCode() {},
  leaveTestCode() {},
};

export default async function runFile(globalConfig, config, environment, _runtime, path, report) {
  // Node's own, which knows the lines of TypeScript; Jest's knows only those of modules that Jest loads.
  Error.prepareStackTrace = undefined;
  return circus.default(globalConfig, config, { ...environment, global: globalThis }, native, path, report);
}
