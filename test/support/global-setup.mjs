import { startTestServer } from './test-server.ts';

/** One server for a run, also where tests of several projects take part in it. */
export default async function setUp() {
  globalThis.testServer ??= await startTestServer();
}
