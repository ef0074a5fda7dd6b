import { createHash } from 'node:crypto';

/** Bytes as they are sent, with the strong ETag that only these bytes have. */
export interface ResponseBody {
  bytes: Buffer;
  mediaType: string;
  etag: string;
}

/** What a public route answers, and of which type its bytes are where they are JSON. */
export interface PublicResponse<Json = never> {
  status?: number;
  body: ResponseBody;
  headers: Record<string, string>;
  /** Cursor of the next page of a list. */
  next?: string | null;
  /** Only a type, for the API document: the bytes are in the body. */
  readonly json?: Json;
}

/** What can change under its address is asked for again after minutes, what can't is kept for a year. */
export const CACHED_FOR_MINUTES = { 'cache-control': 'public, max-age=300' };
export const CACHED_FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };

export function responseBodyOf(content: string | Buffer, mediaType: string): ResponseBody {
  const bytes = Buffer.from(content);
  return { bytes, mediaType, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}

export function jsonBodyOf(content: string): ResponseBody {
  return responseBodyOf(content, 'application/json; charset=utf-8');
}

export function htmlBodyOf(content: string): ResponseBody {
  return responseBodyOf(content, 'text/html; charset=utf-8');
}
