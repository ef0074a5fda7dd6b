import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { testApp, type TestApp } from '../support/test-app.js';

/** A running service with the list of its routes, e.g. `GET /v1/patients/:id`, as Fastify took them in. */
export interface ListedApp {
  app: TestApp;
  routes: string[];
}

/**
 * Starts the service and notes every route it registers, also those of the API document, which no controller
 * declares.
 */
export async function listedApp(): Promise<ListedApp> {
  const routes = new Set<string>();
  const note = ({ method, url }: RouteOptions) => {
    for (const name of [method].flat()) routes.add(`${name} ${url}`);
  };
  const listen = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', note);
  };
  subscribe('fastify.initialization', listen);
  try {
    const app = await testApp();
    return { app, routes: [...routes].sort() };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}
