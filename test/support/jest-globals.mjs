// What a test imports from @jest/globals, where node loads it: of the file that runs, also in modules that several share.
import { ModuleMocker } from 'jest-mock';

export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, test;

/** Mocks of functions; of modules there are none, because node loads each once. */
export const jest = new ModuleMocker(globalThis);

export function setGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } = globals);
}
