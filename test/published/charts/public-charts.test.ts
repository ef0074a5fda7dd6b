import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { pngFacts, xmlElements } from '../../support/pictures.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { published, type PublishedSample } from '../published-rows.js';

let app: TestApp;
let sample: PublishedSample;
beforeAll(async () => {
  app = await testApp();
  sample = await published(app);
});
afterAll(() => app.close());

const get = (path: string) => request(app.url).get(path);
const bytes = async (path: string) => (await get(path).expect(200)).body as Buffer;

describe.each(['slug', 'id'] as const)('a chart at the address by %s', (by) => {
  const at = (rest: string) => `/v1/published/${by === 'slug' ? sample.slug : `snapshots/${sample.id}`}/charts/${rest}`;

  test('is the frozen Chart.js configuration', async () => {
    const { body, headers } = await answer(get(at('trajectory')).expect(200));
    expect(body).toEqual(JSON.parse(JSON.stringify(sample.document.charts[0]?.chart)));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('is a PNG on white and on dark, as wide as asked for with two by two pixels each', async () => {
    const light = pngFacts(await bytes(at('trajectory.png?width=400')));
    const dark = pngFacts(await bytes(at('trajectory.png?width=600&theme=dark')));
    expect(light).toMatchObject({ width: 800, corner: [0xff, 0xff, 0xff] });
    expect(dark).toMatchObject({ width: 1200, corner: [0x1a, 0x1b, 0x1e] });
  });

  test('is an SVG that says what it shows, whose it is and as of when', async () => {
    const svg = (await bytes(at('attrition.svg?width=500'))).toString();
    expect(xmlElements(svg).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(svg).toMatch(/<svg [^>]*width="500"/);
    expect(svg).toContain(
      `Riverside Ketamine Clinic, started from January 2025 to December 2026. As of November 2, 2026. Publication ${sample.id}.`,
    );
  });

  test('is higher than wide for a telephone', async () => {
    const { width, height } = pngFacts(await bytes(at('trajectory.png?layout=narrow&width=400')));
    expect(width).toBe(800);
    expect(height).toBeGreaterThan(width);
  });

  test.each(['width=199', 'width=250', 'width=2100', 'theme=blue', 'layout=tall', 'width=x'])(
    'is refused for %s',
    async (query) => {
      const { body } = await answer(get(at(`trajectory.svg?${query}`)).expect(422));
      expect(body).toMatchObject({ type: '/problems/rule-broken' });
    },
  );

  test('that is withheld, or that the publication has not, is not there, and says why', async () => {
    for (const form of ['', '.png', '.svg']) {
      const withheld = await answer(get(at(`quarterly-trend${form}`)).expect(404));
      expect(withheld.body).toMatchObject({
        detail: 'This chart is withheld. A quarter has 1 to 10 courses.',
      });
      await get(at(`time-to-response${form}`)).expect(404);
    }
  });
});

test('the same picture has the same bytes and ETag under slug and id', async () => {
  const [one, other] = await Promise.all(
    [sample.slug, `snapshots/${sample.id}`].map((path) =>
      get(`/v1/published/${path}/charts/attrition.png`).expect(200),
    ),
  );
  expect(one?.headers.etag).toBe(other?.headers.etag);
  expect((one?.body as Buffer).equals(other?.body as Buffer)).toBe(true);
});
