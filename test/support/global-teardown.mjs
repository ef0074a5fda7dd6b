export default async function tearDown() {
  await globalThis.testBrowser?.close();
  await globalThis.testServer.stop();
}
