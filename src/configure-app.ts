import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Clock } from './clock.js';
import type { Connection } from './database/data-source.js';
import type { Environment } from './environment.js';
import { compressAnswers } from './http/compression.js';
import { serveApiDocument } from './http/api-document.js';
import { refuseDeepBodies } from './http/body-depth.js';
import { readJsonAsUtf8 } from './http/json-body.js';
import { logger, logRequests, NestLog, requestIds } from './http/log.js';
import { keepAnswersOutOfCaches } from './http/no-store.js';
import { servePages } from './http/pages.js';
import { openPublicSide } from './http/public-side.js';
import { refuseForeignOrigins } from './http/origin-check.js';
import { rateLimits } from './http/rate-limits.js';
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
    new FastifyAdapter({
      loggerInstance: log,
      // One hop: anything further left in X-Forwarded-For was written by the client.
      trustProxy: environment.trustProxy ? (_address, hop) => hop === 0 : false,
      bodyLimit: BODY_LIMIT,
      forceCloseConnections: 'idle',
      frameworkErrors: refuseAddress,
      ...requestIds,
    }),
    { logger: new NestLog(log), abortOnError: false, bodyParser: false },
  );
  const server = app.getHttpAdapter().getInstance();
  // JSON is what the API takes; a form is what a page of another site could send unasked.
  server.removeContentTypeParser('text/plain');
  readJsonAsUtf8(server);
  logRequests(server);
  keepAnswersOutOfCaches(server);
  await compressAnswers(server);
  await server.register(helmet, { contentSecurityPolicy: { directives: directives(environment) } });
  openPublicSide(server);
  await server.register(rateLimit, rateLimits(environment));
  await server.register(cookie);
  refuseForeignOrigins(server, environment);
  refuseDeepBodies(server);
  serveApiDocument(app);
  await servePages(server);
  return app;
}

/** Without https at the address people type, a browser must not be told to ask for it. */
function directives({ secureCookies }: Environment): Record<string, null> {
  return secureCookies ? {} : { upgradeInsecureRequests: null };
}
