import { Negotiator } from '@fastify/accept-negotiator';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** In bytes; what is smaller fits into one packet anyway. */
const SMALLEST = 1024;
/** Of 0-11. Beyond it brotli takes ten times as long for a tenth less. */
const BROTLI_QUALITY = 4;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };

/**
 * Sends texts (JSON, pages, SVG, CSV) compressed to clients that say they can read it. Requests are never decompressed: a
 * small one could become as large as it likes.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: SMALLEST,
    brotliOptions: BROTLI,
  });
}

/** What is sent, the one that is liked best first. */
const COMPRESSORS: Record<string, (bytes: Buffer) => Buffer> = {
  br: (bytes) => brotliCompressSync(bytes, BROTLI),
  gzip: (bytes) => gzipSync(bytes),
};
const TEXT = /^text\/|[/+](json|xml)\b/;
const MOST_HEADERS = 100;
const negotiator = new Negotiator({
  supportedValues: Object.keys(COMPRESSORS),
  cache: new LRUCache<string, string>({ max: MOST_HEADERS }),
});
const kept = new WeakMap<Buffer, Map<string, Buffer>>();

/**
 * Bytes that are sent to many, as a client can read them: a text is compressed once for each encoding, and that is kept as long as the
 * bytes are.
 * @param accepted The client's `Accept-Encoding`.
 * @returns What to send, and the headers that say how.
 */
export function compressedOnce(
  bytes: Buffer,
  mediaType: string,
  accepted = '',
): { bytes: Buffer; headers: Record<string, string> } {
  const encoding = bytes.length >= SMALLEST && TEXT.test(mediaType) ? negotiator.negotiate(accepted) : null;
  const compressor = COMPRESSORS[encoding ?? ''];
  if (encoding === null || compressor === undefined) return { bytes, headers: {} };
  const before = kept.get(bytes) ?? new Map<string, Buffer>();
  const compressed = before.get(encoding) ?? compressor(bytes);
  kept.set(bytes, before.set(encoding, compressed));
  return { bytes: compressed, headers: { 'content-encoding': encoding, vary: 'accept-encoding' } };
}
