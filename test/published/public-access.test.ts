import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { testClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { published, type PublishedSample } from './published-rows.js';

let app: TestApp;
let sample: PublishedSample;
beforeAll(async () => {
  app = await testApp();
  sample = await published(app);
});
afterAll(() => app.close());

const paths = () => [
  '/v1/published',
  `/v1/published/${sample.slug}`,
  `/v1/published/snapshots/${sample.id}.csv`,
  `/v1/published/snapshots/${sample.id}/charts/attrition.svg`,
  `/published/${sample.slug}`,
  `/embed/${sample.slug}`,
  '/embed.js',
  '/embed.css',
  '/.well-known/cudos-signing-keys',
];

describe('any site', () => {
  test('may read, without credentials, and show what it read', async () => {
    for (const path of paths()) {
      const { headers } = await request(app.url)
        .get(path)
        .set('Origin', 'https://clinic.example')
        .set('Sec-Fetch-Site', 'cross-site')
        .expect(200);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    }
  });

  test('learns so before it asks', async () => {
    for (const path of paths()) {
      const { headers, text } = await request(app.url)
        .options(path)
        .set('Origin', 'https://clinic.example')
        .set('Access-Control-Request-Method', 'GET')
        .set('Access-Control-Request-Headers', 'if-none-match')
        .expect(204);
      expect(text).toBe('');
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
        'access-control-allow-headers': 'If-None-Match',
      });
    }
  });

  test('may put the embed into a frame, and nothing else', async () => {
    for (const path of paths()) {
      const { headers } = await request(app.url).get(path).expect(200);
      const isEmbed = path === `/embed/${sample.slug}`;
      expect([path, headers['x-frame-options']]).toEqual([path, isEmbed ? undefined : 'SAMEORIGIN']);
      expect(/frame-ancestors \*/.test(headers['content-security-policy'] ?? '')).toBe(isEmbed);
    }
  });

  test('may not write, and reads nothing beside', async () => {
    for (const path of paths()) {
      const status = [];
      for (const method of ['post', 'put', 'patch', 'delete'] as const) {
        status.push((await request(app.url)[method](path).send({})).status);
      }
      expect(status).toEqual([404, 404, 404, 404]);
    }
    for (const path of ['/v1/patients', '/v1/session', '/v1/publishedx', '/openapi.json', '/']) {
      const { headers } = await request(app.url).get(path);
      expect([path, headers['access-control-allow-origin']]).toEqual([path, undefined]);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});

test('no cookie is set, and one that is sent changes nothing, not even how long its session lasts', async () => {
  const { director } = await testClinic(app);
  const lastSeen = async () => app.database.owner.query<object[]>('SELECT * FROM session ORDER BY 1');
  const before = await lastSeen();
  app.clock.advance(60_000);
  for (const path of paths()) {
    const { headers, text } = await answer(director.get(path).expect(200));
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers.vary ?? '').not.toMatch(/cookie/i);
    const other = await request(app.url).get(path);
    expect(other.text).toBe(text);
  }
  expect(await lastSeen()).toEqual(before);
});

test('an address that takes part of the public side but is none is a problem document, also for a browser', async () => {
  for (const path of ['/published', '/published/a/b', '/embed', '/v1/published/a/b/c']) {
    const { headers } = await request(app.url).get(path).set('Accept', 'text/html').expect(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  }
});

describe('too many requests', () => {
  test('for published figures leave those of the staff of the same address alone, and the other way round', async () => {
    const limits = { PUBLIC_REQUESTS_PER_MINUTE: '3', REQUESTS_PER_MINUTE: '10' };
    const limited = await testApp(limits);
    try {
      for (let asked = 0; asked < 3; asked += 1) {
        await request(limited.url).get('/v1/published').expect(200);
      }
      const { headers, body } = await answer(request(limited.url).get('/embed.js').expect(429));
      expect(body).toMatchObject({ type: '/problems/too-many' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(headers['access-control-allow-origin']).toBe('*');
      await request(limited.url).get('/published/no/page').expect(429);
      for (let asked = 0; asked < 10; asked += 1) {
        await request(limited.url).get('/v1/session').expect(401);
      }
      await request(limited.url).get('/v1/session').expect(429);
    } finally {
      await limited.close();
    }
  });
});
