import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Clock } from './clock.js';
import type { Connection } from './database/connection.js';
import type { Environment } from './environment.js';
import { RequestMetricsService } from './health/metrics/request-metrics.service.js';
import { boundClients, serverBounds } from './http/incoming/bounds.js';
import { compressAnswers } from './http/compression.js';
import { serveApiDocument } from './http/api-document.js';
import { refuseUnsoundInput } from './http/incoming/sound-input.js';
import { answerClientError, answerUnparsed } from './http/incoming/parser-answers.js';
import { refuseWhileStopping } from './http/incoming/while-stopping.js';
import { readJsonAsUtf8 } from './http/incoming/json-body.js';
import { logger, logRequests, NestLog, requestIds } from './http/log.js';
import { keepAnswersOutOfCaches } from './http/incoming/no-store.js';
import { sendSecurityHeaders } from './http/incoming/security-headers.js';
import { servePages } from './http/pages.js';
import { openPublicSide } from './http/public-side.js';
import { refuseForeignHosts } from './http/incoming/host-check.js';
import { refuseForeignOrigins } from './http/incoming/origin-check.js';
import { rateLimits } from './rate-limits/rate-limits.js';
import { RequestCountService } from './rate-limits/request-count.service.js';
import { refuseAddress } from './http/problem.filter.js';

const BODY_LIMIT = 256 * 1024;

/** Builds the whole application on a migrated database; used by the service, the demo and the tests alike. */
export async function configureApp(
  environment: Environment,
  connection: Connection,
  clock = new Clock(),
): Promise<NestFastifyApplication> {
  const log = logger(environment.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(environment, connection, clock),
    adapterOf(environment, log),
    { logger: new NestLog(log), abortOnError: false, bodyParser: false },
  );
  const server = app.getHttpAdapter().getInstance();
  // JSON is what the API takes; a form is what a page of another site could send unasked.
  server.removeContentTypeParser('text/plain');
  readJsonAsUtf8(server);
  answerUnparsed(server);
  logRequests(server);
  app.get(RequestMetricsService, { strict: false }).measure(server);
  // Each may hold an answer in memory, so that a limit of requests that was lifted does not lift this one.
  boundClients(server, { fromAddress: Math.min(1000, Math.max(100, environment.requestsPerMinute / 10)) });
  refuseWhileStopping(server);
  refuseForeignHosts(server, environment);
  keepAnswersOutOfCaches(server);
  await compressAnswers(server);
  sendSecurityHeaders(server, environment);
  openPublicSide(server);
  await server.register(rateLimit, rateLimits(environment, app.get(RequestCountService, { strict: false })));
  await server.register(cookie);
  refuseForeignOrigins(server, environment);
  refuseUnsoundInput(server);
  await servePages(server);
  // Behind what is awaited: routes that are there before it answer refusals in Fastify's own form.
  serveApiDocument(app, server);
  return app;
}

function adapterOf({ trustProxy }: Environment, log: ReturnType<typeof logger>): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: log,
    // One hop: anything further left in X-Forwarded-For was written by the client.
    trustProxy: trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    // Refused by hooks of our own, as problem documents.
    return503OnClosing: false,
    requestTimeout: serverBounds.requestTimeout,
    http: { ...serverBounds.http, requireHostHeader: false },
    clientErrorHandler: answerClientError,
    frameworkErrors: refuseAddress,
    ...requestIds,
  });
}
