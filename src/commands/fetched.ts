/** An address that gives nothing to work on; the message says why. */
export class NothingFetched extends Error {}

const SECONDS = 20;

/**
 * The bytes at an address.
 * @throws NothingFetched where nothing does; with the reason where a publication was withdrawn.
 */
export async function fetchedBytes(address: string): Promise<Uint8Array> {
  const response = await answerOf(address);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  const problem = (await response.json().catch(() => null)) as { detail?: unknown } | null;
  const detail = typeof problem?.detail === 'string' ? ` ${problem.detail}` : '';
  throw new NothingFetched(`${address} answers ${response.status}.${detail}`);
}

async function answerOf(address: string): Promise<Response> {
  try {
    const headers = { accept: 'application/json' };
    return await fetch(address, { headers, signal: AbortSignal.timeout(SECONDS * 1000) });
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name: string };
    throw new NothingFetched(`${address} does not answer (${cause?.code ?? name}).`);
  }
}
