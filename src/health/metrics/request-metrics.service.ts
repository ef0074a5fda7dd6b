import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; what people feel is between the first and the last but two. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** A gauge with the one value that it has now. */
export interface MetricReading {
  name: string;
  help: string;
  value: number;
}

/** What this process counts of its requests since it started, in the text format of Prometheus. */
@Injectable()
export class RequestMetricsService {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'cudos_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route; routes as in the API document, never an address.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly problems = new Counter({
    name: 'cudos_http_problems_total',
    help: 'Problem documents that were sent, by their type.',
    labelNames: ['type'] as const,
    registers: [this.registry],
  });
  private readonly signIns = new Counter({
    name: 'cudos_sign_in_failures_total',
    help: 'Sign-ins that were refused because name or password was wrong.',
    registers: [this.registry],
  });

  /** Measures every request of a server. */
  measure(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const labels = { method, route: routeOptions.url ?? '(none)', status: String(reply.statusCode) };
      this.requests.observe(labels, reply.elapsedTime / 1000);
      this.countProblem(request);
      done();
    });
  }

  /** These and what is read now, as the text that Prometheus takes. */
  async text(readings: readonly MetricReading[]): Promise<string> {
    const registry = new Registry();
    for (const { value, ...gauge } of readings) new Gauge({ ...gauge, registers: [registry] }).set(value);
    return `${await this.registry.metrics()}\n${await registry.metrics()}`;
  }

  readonly contentType = this.registry.contentType;

  private countProblem({ problemType: type }: FastifyRequest & { problemType?: string }): void {
    if (type === undefined) return;
    this.problems.inc({ type });
    if (type === 'sign-in-refused') this.signIns.inc();
  }
}
