import { ServiceUnavailableException, ImATeapotException, type ArgumentsHost } from '@nestjs/common';
import { describe, expect, test } from '@jest/globals';
import { ServiceStops } from '../../src/http/incoming/while-stopping.js';
import { problemOf, ProblemFilter } from '../../src/http/problem.filter.js';
import { notFound } from '../../src/http/problem.js';

const fault = (properties: object) => Object.assign(new Error('value of a patient: A-1042'), properties);

describe('the problem document of an error', () => {
  test.each([
    ['a problem', notFound('course'), 'not-found', 404],
    ['a database that is gone', fault({ code: '57P01' }), 'unavailable', 503],
    ['a service that stops', new ServiceStops(), 'unavailable', 503],
    ['what a library can’t answer now', new ServiceUnavailableException(), 'unavailable', 503],
    ['a text with a NUL', fault({ code: '22021' }), 'malformed', 400],
    ['JSON with a NUL', fault({ code: '22P05' }), 'malformed', 400],
    ['a refusal nobody foresaw', new ImATeapotException(), 'malformed', 400],
    ['a duplicate nobody foresaw', fault({ code: '23505' }), 'internal', 500],
    ['a fault of ours', new TypeError('x is not a function'), 'internal', 500],
    ['a thrown text', 'oops', 'internal', 500],
    ['nothing at all', undefined, 'internal', 500],
  ])('%s', (_what, error, type, status) => {
    expect(problemOf(error)).toMatchObject({ type, status });
  });

  test('repeats nothing of an error of ours', () => {
    for (const properties of [{}, { code: '23505' }, { code: '22021' }, { code: '08006' }]) {
      expect(JSON.stringify(problemOf(fault(properties)))).not.toContain('A-1042');
    }
  });

  test('says when to come back where the service is not available', () => {
    expect(problemOf(fault({ code: '08006' })).headers).toEqual({ 'retry-after': '5' });
  });
});

/** The status that a request is answered with in which this error came up. */
function statusFor(error: Error, raw: { destroyed: boolean; complete: boolean }): number {
  let sent = 0;
  const reply: Record<string, unknown> = {};
  reply['status'] = (status: number) => {
    sent = status;
    return reply;
  };
  for (const name of ['headers', 'type', 'send']) reply[name] = () => reply;
  const http = {
    getRequest: () => ({ id: 'r', method: 'POST', routeOptions: { config: {} }, raw }),
    getResponse: () => reply,
  };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return sent;
}

test('who hangs up before all of the request was here is no fault of the service, which would wake somebody up', () => {
  // As Node says that a body was broken off; of a database it would be one that is gone.
  const aborted = fault({ code: 'ECONNRESET' });
  expect(problemOf(aborted).status).toBeGreaterThanOrEqual(500);
  expect(statusFor(aborted, { destroyed: true, complete: false })).toBe(400);
});
