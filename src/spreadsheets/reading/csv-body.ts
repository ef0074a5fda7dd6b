import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../http/problem.js';

const TAKES_CSV = '/v1/imports';

/** Hands a CSV body to the route of imports as the stream it is; no other route takes one. */
@Injectable()
export class CsvBody implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // The command line has no server.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (!server?.addContentTypeParser) return;
    server.addContentTypeParser('text/csv', (request, body, done) => {
      if (request.routeOptions.url === TAKES_CSV) return done(null, body);
      const refusal = 'Send the Content-Type that the API document names for this route.';
      return done(new Problem('unsupported-type', refusal));
    });
  }
}
