import { UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, of, tap, throwError, type Observable } from 'rxjs';
import { linkToNext, type Page } from '../page.js';
import { etagOf } from '../version.js';

/** Decorates a route whose answer is of this type, and no other route. */
type RouteOf<Answer> = <Method extends (...given: never[]) => Promise<Answer>>(
  controller: object,
  name: string,
  method: TypedPropertyDescriptor<Method>,
) => void;

/** Sends the version of what a route answers as its ETag, for a later If-Match. */
export const WithEtag = (): RouteOf<{ version: number }> => UseInterceptors(EtagOfVersion);

/** Leads from the page that a route answers to the next one of its list. */
export const WithLinkToNext = (): RouteOf<Page<unknown>> => UseInterceptors(NextPageLink);

/** Sends the version of the data behind what a route answers as its ETag, and 304 to a client that has it. */
export const WithDataVersion = (): RouteOf<{ dataVersion: string }> => UseInterceptors(EtagOfData);

/** What a service throws where the client has the answer of this version. */
export class Unchanged extends Error {
  constructor(readonly dataVersion: string) {
    super('unchanged');
  }
}

class EtagOfVersion implements NestInterceptor<{ version: number }> {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<object> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap(({ version }) => void reply.header('etag', etagOf(version))));
  }
}

class NextPageLink implements NestInterceptor<Page<unknown>> {
  intercept(context: ExecutionContext, handler: CallHandler<Page<unknown>>): Observable<object> {
    const http = context.switchToHttp();
    const { url } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return handler.handle().pipe(tap(({ next }) => void reply.headers(linkToNext(url, next))));
  }
}

class EtagOfData implements NestInterceptor<{ dataVersion: string }> {
  intercept(context: ExecutionContext, next: CallHandler<{ dataVersion: string }>): Observable<object | undefined> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const withEtag = ({ dataVersion }: { dataVersion: string }) => void reply.header('etag', `"${dataVersion}"`);
    return next.handle().pipe(
      tap(withEtag),
      catchError((error: unknown) => {
        if (!(error instanceof Unchanged)) return throwError(() => error);
        withEtag(error);
        void reply.status(304);
        return of(undefined);
      }),
    );
  }
}
