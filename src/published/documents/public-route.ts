import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { compressedOnce } from '../../http/compression.js';
import { linkToNext } from '../../http/page.js';
import { matchesEtag } from '../../http/version.js';
import { Public } from '../../staff/sessions/access.js';
import type { PublicResponse } from './public-response.js';

type Handler = (...parameters: never[]) => PublicResponse | Promise<PublicResponse<unknown>>;

/** A route that anybody may read: it sends bytes with their ETag, or 304 to a client that has them. */
export const PublicRoute = (): (<Route extends Handler>(
  target: object,
  key: string,
  route: TypedPropertyDescriptor<Route>,
) => void) => applyDecorators(Public(), UseInterceptors(PublicResponseInterceptor));

class PublicResponseInterceptor implements NestInterceptor<PublicResponse, Buffer | undefined> {
  intercept(context: ExecutionContext, next: CallHandler<PublicResponse>): Observable<Buffer | undefined> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(map((response) => sent(response, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())));
  }
}

/** Sets status and headers. @returns What is left to be sent: the bytes, or nothing with 304. */
function sent(
  { status = 200, body, headers, next = null }: PublicResponse,
  request: FastifyRequest,
  reply: FastifyReply,
): Buffer | undefined {
  void reply.headers({ ...headers, ...linkToNext(request.url, next), etag: body.etag });
  const unchanged = status === 200 && matchesEtag(body.etag, request.headers['if-none-match']);
  void reply.status(unchanged ? 304 : status);
  if (unchanged) return undefined;
  const { bytes, headers: encoded } = compressedOnce(body.bytes, body.mediaType, request.headers['accept-encoding']);
  void reply.headers(encoded).type(body.mediaType);
  return bytes;
}
