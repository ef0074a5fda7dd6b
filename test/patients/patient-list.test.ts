import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

interface Page {
  items: { chartNumber: string }[];
  next: string | null;
}

const bodyOf = (answer: { body: unknown }) => answer.body as Page;

async function admitAll(person: SignedIn, chartNumbers: string[]): Promise<void> {
  const left = [...chartNumbers];
  const admitOneByOne = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const overrideReason = 'the numbers are meant to be alike';
      await person.post('/v1/patients', { chartNumber: next, overrideReason }).expect(201);
    }
  };
  await Promise.all(Array.from({ length: 8 }, admitOneByOne));
}

/** Follows the Link headers from the first page to the last. */
async function walk(person: SignedIn, first: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let path: string | undefined = first; path !== undefined;) {
    const answer = await person.get(path).expect(200);
    const { items, next } = bodyOf(answer);
    pages.push(items.map(({ chartNumber }) => chartNumber));
    const { link = '' } = answer.headers as { link?: string };
    expect(link === '').toBe(next === null);
    path = /^<(\/v1\/patients\?[^>]+)>; rel="next"$/.exec(link)?.[1];
  }
  return pages;
}

async function search(person: SignedIn, beginning: string): Promise<string[]> {
  const body = bodyOf(await person.get(`/v1/patients?chartNumber=${encodeURIComponent(beginning)}`).expect(200));
  return body.items.map(({ chartNumber }) => chartNumber).sort();
}

test('any part of a chart number finds it, whatever its case and punctuation', async () => {
  const { clinician } = await testClinic(app);
  await admitAll(clinician, ['A-1042', 'B-1042-7', 'C-99']);
  const found = async (part: string) => {
    const { items } = bodyOf(
      await clinician.get(`/v1/patients?chartNumberPart=${encodeURIComponent(part)}`).expect(200),
    );
    return items.map(({ chartNumber }) => chartNumber);
  };
  expect(await found('042')).toEqual(['A-1042', 'B-1042-7']);
  expect(await found('b 10')).toEqual(['B-1042-7']);
  expect(await found('%')).toEqual([]);
  expect(await found('')).toEqual(['A-1042', 'B-1042-7', 'C-99']);
});

describe('a list of 230 patients', () => {
  let clinic: TestClinic;
  const everyone = Array.from({ length: 230 }, (_, at) => `P-${String(at).padStart(3, '0')}`);
  beforeAll(async () => {
    clinic = await testClinic(app);
    await admitAll(clinic.clinician, everyone);
  });

  test('comes in pages, each patient once, in the order of the chart numbers', async () => {
    const pages = await walk(clinic.clinician, '/v1/patients');
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 50, 30]);
    expect(pages.flat()).toEqual(everyone);
    const large = await walk(clinic.clinician, '/v1/patients?limit=200');
    expect(large.map(({ length }) => length)).toEqual([200, 30]);
    expect(large.flat()).toEqual(everyone);
  });

  test('keeps its search from page to page', async () => {
    const pages = await walk(clinic.clinician, '/v1/patients?limit=30&chartNumber=P-1');
    expect(pages.map(({ length }) => length)).toEqual([30, 30, 30, 10]);
    expect(pages.flat()).toEqual(everyone.slice(100, 200));
  });

  test('shows nobody twice or never while patients are admitted', async () => {
    const first = await clinic.clinician.get('/v1/patients?limit=100').expect(200);
    await admitAll(clinic.clinician, ['P-000a', 'P-229a']);
    const { next } = bodyOf(first);
    const rest = await walk(clinic.clinician, `/v1/patients?limit=100&after=${next}`);
    expect(rest.flat()).toEqual([...everyone.slice(100), 'P-229a']);
  });
});

describe('search by the beginning of a chart number', () => {
  let clinic: TestClinic;
  beforeAll(async () => {
    clinic = await testClinic(app);
    const chartNumbers = ['A_1', 'AB1', 'A%1', 'A\\1', 'a_1', "A'1", 'Arzt-1'];
    await admitAll(clinic.clinician, [...chartNumbers, 'Ärzte-1', 'Ärzte-2', '患者-1', '#']);
  });

  test.each([
    ['ab', ['AB1']],
    ['a b - 1', ['AB1']],
    ['A%', ['A%1', "A'1", 'AB1', 'A\\1', 'A_1', 'Arzt-1', 'a_1']],
    ['A_1', ['A%1', "A'1", 'A\\1', 'A_1', 'a_1']],
    ['%', []],
    ['_', []],
    ['#', ['#']],
    ['ärzte', ['Ärzte-1', 'Ärzte-2']],
    ['Ä', ['Ärzte-1', 'Ärzte-2']],
    ['患', ['患者-1']],
    [' Arzt ', ['Arzt-1']],
  ])('%s', async (beginning, found) => {
    expect(await search(clinic.clinician, beginning)).toEqual(found);
  });

  test.each(['A_1', 'a_1', "A'1", 'AB1'])(
    'finds the patient whose number is just %s first, and everybody else once',
    async (typed) => {
      const address = `/v1/patients?chartNumber=${encodeURIComponent(typed)}`;
      const whole = (await walk(clinic.clinician, address)).flat();
      expect(whole[0]).toBe(typed);
      const pages = await walk(clinic.clinician, `${address}&limit=1`);
      expect(pages.flat()).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
    },
  );

  test('by nothing finds everyone', async () => {
    expect(await search(clinic.clinician, '')).toHaveLength(11);
  });
});

describe('an address that can’t be', () => {
  let clinic: TestClinic;
  beforeAll(async () => {
    clinic = await testClinic(app);
  });
  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  test.each([
    ['after=nonsense', 400],
    [`after=${cursor(['P-1', 'P-2'])}`, 400],
    [`after=${cursor([7])}`, 400],
    [`after=${cursor(['A\u0000'])}`, 400],
    ['limit=0', 422],
    ['limit=201', 422],
    ['limit=many', 422],
    ['limit=1.5', 422],
    ['chartNumber=%00', 422],
    ['chartNumber=A&chartNumber=B', 422],
    ['name=Doe', 422],
  ])('%s is answered with %i', async (query, status) => {
    await clinic.clinician
      .get(`/v1/patients?${query}`)
      .expect(status)
      .expect('content-type', /^application\/problem\+json/);
  });
});
