import { CACHED_FOR_MINUTES, type PublicResponse, type ResponseBody } from '../documents/public-response.js';

/** A page; its own headers say what it may load and who may frame it. */
export function pageResponse(body: ResponseBody, headers: Record<string, string>, status = 200): PublicResponse {
  return { status, body, headers: { ...CACHED_FOR_MINUTES, ...headers } };
}
