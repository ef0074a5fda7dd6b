import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.js';

const SECONDS = '5';

/** Refuses what comes on an open connection while the service stops; what is under way is finished. */
export function refuseWhileStopping(server: FastifyInstance): void {
  let stopping = false;
  server.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  server.addHook('onRequest', (_request, _reply, done) => done(stopping ? new ServiceStops() : undefined));
}

/** A refusal that nobody needs to look into. */
export class ServiceStops extends Problem {
  constructor() {
    const detail = 'The service is about to stop. Nothing was saved; try again in a few seconds.';
    super('unavailable', detail, {}, { 'retry-after': SECONDS });
  }
}
