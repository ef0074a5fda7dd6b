import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { linkToNext } from '../../http/page.js';
import { Public } from '../../staff/sessions/access.js';
import { isKnown, type Answer } from './representation.js';

type Answering = (...parameters: never[]) => Answer | Promise<Answer>;

/** A route of the public side: it answers bytes, with their ETag, or 304 to who has them. */
export const ForAnybody = (): (<Route extends Answering>(
  target: object,
  key: string,
  route: TypedPropertyDescriptor<Route>,
) => void) => applyDecorators(Public(), UseInterceptors(SendBytes));

class SendBytes implements NestInterceptor<Answer, Buffer | undefined> {
  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<Buffer | undefined> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(map((answer) => bytesOf(answer, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())));
  }
}

function bytesOf(
  { status = 200, representation, headers, next = null }: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
): Buffer | undefined {
  const { body, type, etag } = representation;
  void reply.headers({ ...headers, ...linkToNext(request.url, next), etag });
  const known = status === 200 && isKnown(etag, request.headers['if-none-match']);
  void reply.status(known ? 304 : status);
  if (known) return undefined;
  void reply.type(type);
  return body;
}
