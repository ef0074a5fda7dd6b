import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../http/problem.js';

const TAKES_SPREADSHEETS = ['/v1/imports', '/v1/imports/readings'];

/** The media types of a spreadsheet; which it is is seen in its bytes. */
export const SPREADSHEET_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/** Hands a spreadsheet to the routes of imports as the stream it is; no other route takes one. */
@Injectable()
export class SpreadsheetBodyService implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // The command line has no server.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (!server?.addContentTypeParser) return;
    server.addContentTypeParser(SPREADSHEET_TYPES, (request, body, done) => {
      if (TAKES_SPREADSHEETS.includes(request.routeOptions.url ?? '')) return done(null, body);
      const refusal = 'Send the Content-Type that the API document names for this route.';
      return done(new Problem('unsupported-type', refusal));
    });
  }
}
