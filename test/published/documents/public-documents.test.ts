import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { tableOf } from '../../spreadsheets/table-file.js';
import { ended, published, type PublishedSample } from '../published-rows.js';

/** An answer of which the body is a file. */
interface File {
  body: unknown;
  headers: Record<string, string | undefined>;
}

let app: TestApp;
let sample: PublishedSample;
beforeAll(async () => {
  app = await testApp();
  sample = await published(app);
});
afterAll(() => app.close());

const get = (path: string) => request(app.url).get(path);

describe('a publication', () => {
  test('is the bytes that were signed, at the address of its slug and at its own', async () => {
    for (const path of [sample.slug, `snapshots/${sample.id}`]) {
      const { headers, text } = await answer(get(`/v1/published/${path}`).expect(200));
      expect(text).toBe(sample.text);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    }
  });

  test('is kept for minutes under its slug and for a year under its id, which leads to the current one', async () => {
    const current = await get(`/v1/published/${sample.slug}`).expect(200);
    const snapshot = await get(`/v1/published/snapshots/${sample.id}`).expect(200);
    expect(current.headers['cache-control']).toBe('public, max-age=300');
    expect(snapshot.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(snapshot.headers.link).toBe(`</v1/published/${sample.slug}>; rel="latest-version"`);
  });

  test('is listed by CSV line by line, with n, and with the reason where something is withheld', async () => {
    const { headers, text } = await get(`/v1/published/snapshots/${sample.id}.csv`).expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [first, ...lines] = text.trim().split('\n');
    expect(first).toMatch(/^publication_id,title,clinic,.*,value,n,count,.*,withheld_reason$/);
    // Five rungs and six figures.
    expect(lines).toHaveLength(11);
    expect(lines.find((line) => line.includes('starters,response'))).toMatch(/percent,57,175,100,50,64/);
    expect(lines.find((line) => line.includes('worsened'))).toMatch(
      /percent,,,,,,.*,threshold,It would count 1 to 10 courses\.$/,
    );
    const marked = await get(`/v1/published/${sample.slug}.csv?bom=true`).expect(200);
    expect(marked.text).toBe(`\uFEFF${text}`);
    expect(marked.headers.etag).not.toBe(headers.etag);
    await get(`/v1/published/${sample.slug}.csv?bom=yes`).expect(422);
  });

  test('is a workbook with the same rows', async () => {
    const { text } = await get(`/v1/published/snapshots/${sample.id}.csv`).expect(200);
    const file: PromiseLike<File> = get(`/v1/published/snapshots/${sample.id}.xlsx`).responseType('blob');
    const { headers, body } = await file;
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${sample.slug}-${sample.id}.xlsx"`,
    });
    const { rows } = await tableOf(body as Buffer, { layOut: false });
    const lines = (table: string[][]) => table.map((cells) => cells.join('\t').trimEnd());
    expect(lines(rows.map(({ cells }) => cells))).toEqual(lines(parse(text)));
  });

  test('that there is not is a problem document', async () => {
    for (const path of [
      'no-such-slug',
      'Not%20A%20Slug',
      'snapshots/019a5c1e-8f00-7000-8000-00000000dead',
      'snapshots/none',
      `${sample.slug}/charts/waterfall`,
    ]) {
      const { headers, body } = await answer(get(`/v1/published/${path}`).expect(404));
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(body).toMatchObject({ type: '/problems/not-found' });
    }
  });
});

describe('a publication that another took the place of', () => {
  test('stays at its own address, while the slug shows the new one', async () => {
    const old = await published(app);
    await ended(app, old, 'superseded');
    const next = await published(app, { slug: old.slug });
    expect((await get(`/v1/published/${old.slug}`).expect(200)).text).toBe(next.text);
    expect((await get(`/v1/published/snapshots/${old.id}`).expect(200)).text).toBe(old.text);
  });
});

describe('a withdrawn publication', () => {
  test('answers 410 with the reason under its slug and its id, in every form', async () => {
    const gone = await published(app);
    await ended(app, gone, 'withdrawn', 'Two scores were mixed up.');
    for (const path of [gone.slug, `snapshots/${gone.id}`]) {
      for (const form of ['', '.csv', '/charts/trajectory', '/charts/trajectory.svg']) {
        const { body, headers } = await answer(get(`/v1/published/${path}${form}`).expect(410));
        expect(body).toMatchObject({
          type: '/problems/withdrawn',
          reason: 'Two scores were mixed up.',
          withdrawnAt: '2026-11-20T17:00:00.000Z',
        });
        expect(headers['access-control-allow-origin']).toBe('*');
      }
    }
  });

  test('gives way to a later one of the same slug', async () => {
    const gone = await published(app);
    await ended(app, gone, 'withdrawn', 'Mixed up.');
    const next = await published(app, { slug: gone.slug });
    expect((await get(`/v1/published/${gone.slug}`).expect(200)).text).toBe(next.text);
  });
});

describe('the list of what is current', () => {
  test('goes by slug, page by page, and leaves out what has ended', async () => {
    const slugs = ['zz-1', 'zz-2', 'zz-3', 'zz-4'];
    const all = [];
    for (const slug of slugs) all.push(await published(app, { slug }));
    await ended(app, all[1] as PublishedSample, 'withdrawn', 'Mixed up.');
    const after = Buffer.from('["zz-0"]').toString('base64url');
    const first = await get(`/v1/published?after=${after}&limit=2`).expect(200);
    expect((first.body as { items: object[] }).items).toMatchObject([
      {
        id: all[0]?.id,
        slug: 'zz-1',
        title: all[0]?.document.title,
        clinic: 'Riverside Ketamine Clinic',
        period: '2025..2026',
        publishedAt: '2026-11-03T17:00:00.000Z',
        current: '/v1/published/zz-1',
        snapshot: `/v1/published/snapshots/${all[0]?.id}`,
      },
      { slug: 'zz-3' },
    ]);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '') ?? [];
    const second = await get(next).expect(200);
    expect(second.body).toMatchObject({ items: [{ slug: 'zz-4' }], next: null });
  });

  test('refuses a cursor that it did not give out', async () => {
    await get('/v1/published?after=nonsense').expect(400);
    await get('/v1/published?limit=0').expect(422);
  });
});

test('the public keys are a JSON Web Key Set, with those that sign no more, the names of their clinics, and what a revoked one signed', async () => {
  const clinic = '019a5c1e-8f00-7000-8000-000000000001';
  await app.database.owner.query(
    `INSERT INTO signing_key (kid, clinic_id, public_key, created_at, retired_at, revoked_at) VALUES
       ('new', '${clinic}', 'eA', '2026-02-01T00:00:00Z', NULL, NULL),
       ('old', '${clinic}', 'eB', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z')`,
  );
  for (const [id, name, kid] of [
    ['019a5c1e-8f00-7000-8000-0000000000a1', 'Riverside', 'old'],
    ['019a5c1e-8f00-7000-8000-0000000000a2', 'Lakeside', 'new'],
  ]) {
    await app.database.owner.query(
      `INSERT INTO published_document (id, clinic_id, slug, title, clinic_name, period, state, document, hash,
         published_at, ended_at)
       VALUES ($1, $2, 'keys-of', 'T', $3, '2025', 'superseded', $4, $5, '2026-01-15', '2026-01-16')`,
      [id, clinic, name, JSON.stringify({ signature: { kid } }), kid === 'old' ? 'a'.repeat(64) : 'b'.repeat(64)],
    );
  }
  const { body, headers } = await answer(get('/.well-known/cudos-signing-keys').expect(200));
  const { keys } = body as { keys: { kid: string }[] };
  const key = { kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA', clinics: ['Lakeside', 'Riverside'] };
  expect(keys.filter(({ kid }) => kid === 'old' || kid === 'new')).toEqual([
    {
      ...key,
      kid: 'old',
      x: 'eB',
      createdAt: '2026-01-01T00:00:00.000Z',
      retiredAt: '2026-02-01T00:00:00.000Z',
      revokedAt: '2026-02-02T00:00:00.000Z',
      documents: ['a'.repeat(64)],
    },
    {
      ...key,
      kid: 'new',
      x: 'eA',
      createdAt: '2026-02-01T00:00:00.000Z',
      retiredAt: null,
      revokedAt: null,
      documents: null,
    },
  ]);
  expect(headers['cache-control']).toBe('public, max-age=300');
});

describe('what was changed in the database after it was signed', () => {
  const NOT_SHOWN = { type: '/problems/not-as-signed', status: 500 };
  const changes: [string, string, (sample: PublishedSample) => unknown[]][] = [
    ['a figure', `document = replace(document, '"value":57', '"value":75')`, () => []],
    ['its end', `document = document || ' '`, () => []],
    ['all of it', `document = 'nothing'`, () => []],
    ['the clinic', `clinic_id = '019a5c1e-8f00-7000-8000-00000000dead'`, () => []],
    ['its address', `slug = $2`, ({ slug }) => [`${slug}-moved`]],
  ];
  test.each(changes)('is not served: %s', async (_what, change, values) => {
    const changed = await published(app);
    const { rowCount } = await set(change, [changed.id, ...values(changed)]);
    expect(rowCount).toBe(1);
    for (const path of ['', '.csv', '/charts/mean-before-after']) {
      const { body } = await answer(get(`/v1/published/snapshots/${changed.id}${path}`).expect(500));
      expect(body).toMatchObject(NOT_SHOWN);
      expect(JSON.stringify(body)).not.toContain('"value":75');
    }
  });

  test('is not shown as a page or an embed either', async () => {
    const changed = await published(app);
    await set(`document = replace(document, '"value":57', '"value":75')`, [changed.id]);
    await get(`/published/${changed.slug}`).expect(500);
    await get(`/embed/${changed.slug}`).expect(500);
  });

  async function set(change: string, values: unknown[]): Promise<{ rowCount: number }> {
    const rows = await app.database.owner.query<[unknown[], number]>(
      `UPDATE published_document SET ${change} WHERE id = $1 RETURNING id`,
      values,
    );
    return { rowCount: rows[1] };
  }
});
