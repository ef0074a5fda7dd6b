import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';

/** In bytes; what is smaller fits into one packet anyway. */
const SMALLEST = 1024;
/** Of 0-11. Beyond it brotli takes ten times as long for a tenth less. */
const BROTLI_QUALITY = 4;

/**
 * Sends texts (JSON, pages, SVG, CSV) compressed to clients that say they can read it. Requests are never decompressed: a
 * small one could become as large as it likes.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: SMALLEST,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
}
