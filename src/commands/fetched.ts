/** An address that gives nothing to work on; the message says why. */
export class NothingFetched extends Error {}

const SECONDS = 20;

/**
 * The bytes at an address.
 * @throws NothingFetched where nothing does; with the reason where a publication was withdrawn.
 */
export async function fetchedBytes(address: string, mostBytes: number): Promise<Uint8Array> {
  const response = await answerOf(address);
  if (response.ok) return limited(response, address, mostBytes);
  const bytes = await limited(response, address, mostBytes);
  const problem = jsonIn(bytes) as { detail?: unknown } | null;
  const detail = typeof problem?.detail === 'string' ? ` ${problem.detail}` : '';
  throw new NothingFetched(`${address} answers ${response.status}.${detail}`);
}

async function limited({ body }: Response, address: string, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > mostBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw notAnswered(address, error);
  }
  if (length <= mostBytes) return Buffer.concat(chunks);
  throw new NothingFetched(`${address} answers with more than ${mostBytes / 1024 / 1024} MB.`);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}

async function answerOf(address: string): Promise<Response> {
  try {
    const headers = { accept: 'application/json' };
    return await fetch(address, { headers, signal: AbortSignal.timeout(SECONDS * 1000) });
  } catch (error) {
    throw notAnswered(address, error);
  }
}

function notAnswered(address: string, error: unknown): NothingFetched {
  const { cause, name } = error as { cause?: { code?: string }; name: string };
  return new NothingFetched(`${address} does not answer (${cause?.code ?? name}).`);
}
