import { createHash } from 'node:crypto';

/** Bytes as they are sent, with the strong ETag that only these bytes have. */
export interface Representation {
  body: Buffer;
  type: string;
  etag: string;
}

/** How an answer with these bytes is sent. */
export interface Answer {
  status?: number;
  representation: Representation;
  headers: Record<string, string>;
  /** Cursor of the next page of a list. */
  next?: string | null;
}

/** What can change under its address is asked for again after minutes, what can't is kept for a year. */
export const FOR_MINUTES = { 'cache-control': 'public, max-age=300' };
export const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';

export function representationOf(content: string | Buffer, type: string): Representation {
  const body = Buffer.from(content);
  return { body, type, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

/**
 * Does If-None-Match name this ETag? Compared weakly, as RFC 9110 asks: a proxy that compresses may have weakened it.
 */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return tags.includes(etag);
}
