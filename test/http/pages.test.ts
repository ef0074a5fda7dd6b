import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { testApp, type TestApp } from '../support/test-app.js';

describe('the pages', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const open = (path: string) => request(app.url).get(path).set('Accept', 'text/html,*/*;q=0.8');

  test.each(['/', '/scores', '/patients/any/report/other', '/setup', '/no-such-page?a=b'])(
    'a browser is given the document of the pages at %s, to be asked for again each time',
    async (path) => {
      const { headers, text } = await open(path).expect(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(text).toContain('<div id="root">');
    },
  );

  test('nothing of a page may come from another site, and no script may be in the document', async () => {
    const { headers, text } = await open('/').expect(200);
    expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'/);
    expect(text).not.toMatch(/<script(?![^>]* src=)/);
    expect(text).not.toMatch(/(src|href)="https?:/);
  });

  test('the parts of the pages are named by their content and kept for a year', async () => {
    const { text } = await open('/').expect(200);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
    const { headers } = await request(app.url).get(script).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch(/javascript/);
  });

  test.each([
    ['in Brotli', 'gzip, deflate, br', 'br'],
    ['in gzip', 'gzip', 'gzip'],
    ['as it is', 'identity', undefined],
  ])('a script travels %s where a browser takes %s', async (_form, accepted, encoding) => {
    const { text } = await open('/').expect(200);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
    const { headers } = await request(app.url).get(script).set('Accept-Encoding', accepted).expect(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers.vary).toMatch(/accept-encoding/i);
  });

  test.each(['/v1/no-such-route', '/v1/', '/problems/a/b', '/assets/gone.js', '/docs/gone'])(
    'what is not there at %s is a problem document, also for a browser',
    async (path) => {
      const { headers } = await open(path).expect(404);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  test('a program that asks for JSON at a mistyped address gets a problem document, not a page', async () => {
    await request(app.url).get('/patients').set('Accept', 'application/json').expect(404);
    await request(app.url).post('/scores').set('Accept', 'text/html').expect(404);
  });
});
