import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answer, type Answer } from '../support/answer.js';
import { testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

interface Listed {
  courseId: string;
  startedOn: string;
  chartNumber: string;
  [more: string]: unknown;
}

interface Page {
  total: number;
  group: { name: string; label: string };
  items: Listed[];
  next: string | null;
  [more: string]: unknown;
}

async function listed(query: string, who: SignedIn = clinic.director): Promise<Page> {
  return (await who.get(`/v1/cohorts/courses?${query}`).expect(200)).body as Page;
}

const startsOf = ({ items }: Page) => items.map(({ startedOn }) => startedOn);

/** What a JSON pointer without escapes leads to. */
function at(pointer: string, body: unknown): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((part, step) => (part as Record<string, unknown>)[step], body);
}

describe('the courses behind a number', () => {
  test('are as many as every number of the outcome says', async () => {
    const { body } = await answer(clinic.director.get('/v1/cohorts/outcome?kind=induction'));
    const { groups } = body as { groups: Record<string, string> };
    const names = new Map<string, [string, unknown]>();
    for (const [pointer, group] of Object.entries(groups)) {
      names.set(group, [pointer, at(pointer, body)]);
    }
    for (const [group, [pointer, count]] of names) {
      const { total } = await listed(`kind=induction&limit=1&group=${group}`);
      // With too few baselines nobody knows whose change is reliable, and nobody is in the group.
      expect([pointer, group, total]).toEqual([pointer, group, count ?? 0]);
    }
  });

  test.each([
    // 40 to 10, 30 to 9 and 10 to 1 fall by half or more; 20 to 12 and 50 to 30 don't.
    ['responders', ['2026-01-01', '2025-04-01', '2025-01-01']],
    ['non-responders', ['2025-12-31', '2025-03-31']],
    ['without-infusion-6', ['2026-02-10']],
    ['stopped-patientChoice', ['2026-02-11']],
    ['under-way', ['2026-03-16']],
    ['baseline-severe', ['2025-12-31']],
    ['quarter-2026-Q1', ['2026-02-11', '2026-02-10', '2026-01-01']],
    ['responders,quarter-2026-Q1', ['2026-01-01']],
  ])('of the group %s are listed with the latest start first', async (group, starts) => {
    const page = await listed(`kind=induction&group=${group}`);
    expect(startsOf(page)).toEqual(starts);
    expect(page).toMatchObject({ total: starts.length, next: null, group: { name: group } });
  });

  test('each say what they count as, by both endpoints', async () => {
    const { items, ...page } = await listed('kind=induction&group=with-baseline');
    expect(page).toMatchObject({
      asOf: '2026-03-20T17:00:00.000Z',
      definitionsVersion: '2',
      filter: { kind: 'induction', from: null },
      // The clinic has seven baselines, which is too few.
      reliableChangeThreshold: null,
    });
    expect(items[0]).toMatchObject({
      startedOn: '2026-02-10',
      status: 'stopped',
      stoppedReason: 'cost',
      baseline: 36,
      infusion6: null,
      lastObserved: { infusion: 2, total: 30, reduction: 6, response: false, worsened: false },
    });
    expect(items.at(-1)).toMatchObject({
      startedOn: '2025-01-01',
      status: 'completed',
      stoppedReason: null,
      baseline: 40,
      infusion6: {
        total: 10,
        reduction: 30,
        percentReduction: 75,
        response: true,
        worsened: false,
        remissionBelow20: true,
        remissionAtMost10: true,
        reliableChange: null,
      },
      kind: 'induction',
    });
    const { body } = await answer(clinic.clinician.get(`/v1/courses/${items[0]?.courseId}`));
    const { chartNumber, patientId } = body as { chartNumber: string; patientId: string };
    expect(items[0]).toMatchObject({ chartNumber, patientId });
  });

  test('come page by page, each once', async () => {
    const all = startsOf(await listed('limit=200'));
    expect(all).toHaveLength(8);
    const walked: string[] = [];
    let path: string | undefined = '/v1/cohorts/courses?limit=3';
    while (path !== undefined) {
      const { body, headers }: Answer = await answer(clinic.director.get(path).expect(200));
      walked.push(...startsOf(body as Page));
      path = /^<(.*)>; rel="next"$/.exec(headers.link ?? '')?.[1];
    }
    expect(walked).toEqual(all);
  });

  test.each([
    // With infusion 6: 40 to 10, 20 to 12, 30 to 9, 50 to 30 and 10 to 1, which are 30, 8, 21, 20 and 9 points.
    ['sort=reduction', [30, 21, 20, 9, 8]],
    ['sort=reduction&order=asc', [8, 9, 20, 21, 30]],
    // 90, 75, 70 and twice 40 %, of which the later start is first: 31 December 2025 (50 to 30), 31 March 2025 (20 to 12).
    ['sort=percentReduction', [9, 30, 21, 20, 8]],
    // 30, 12, 10, 9, 1
    ['sort=endpoint', [20, 8, 30, 21, 9]],
    ['sort=baseline&order=asc', [9, 8, 21, 30, 20]],
  ])('are in the order of %s, page by page', async (order, reductions) => {
    const walked: unknown[] = [];
    let path: string | undefined = `/v1/cohorts/courses?kind=induction&group=with-infusion-6&limit=2&${order}`;
    while (path !== undefined) {
      const { body, headers }: Answer = await answer(clinic.director.get(path).expect(200));
      walked.push(...(body as Page).items.map(({ infusion6 }) => (infusion6 as { reduction: number }).reduction));
      path = /^<(.*)>; rel="next"$/.exec(headers.link ?? '')?.[1];
    }
    expect(walked).toEqual(reductions);
  });

  test('without what they are sorted by come last, whichever way', async () => {
    for (const order of ['asc', 'desc']) {
      const { items } = await listed(`kind=induction&group=with-baseline&sort=endpoint&order=${order}`);
      const ends = items.map(({ infusion6 }) => infusion6 !== null);
      expect(ends).toEqual([...ends].sort((a, b) => Number(b) - Number(a)));
      expect(new Set(ends).size).toBe(2);
    }
  });

  test('are a file in the same order, with every digit', async () => {
    const asked = 'kind=induction&group=responders&sort=percentReduction';
    const { text, headers } = await answer(clinic.director.get(`/v1/cohorts/courses.csv?${asked}`).expect(200));
    const [names = '', ...lines] = text.trimEnd().split('\n');
    const column = names.split(',').indexOf('infusion 6: percent reduction');
    // 10 to 1, 40 to 10 and 30 to 9.
    expect(lines.map((line) => line.split(',')[column])).toEqual(['90', '75', '70']);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-disposition']).toBe('attachment; filename="courses-responders-2026-03-20.csv"');
    const workbook = await answer(clinic.director.get('/v1/cohorts/courses.xlsx?group=responders').expect(200));
    expect(workbook.headers['content-disposition']).toContain('courses-responders-2026-03-20.xlsx');
    await clinic.director.get('/v1/cohorts/courses?sort=mood').expect(422);
  });

  test('of another clinic are never among them', async () => {
    const own = await listed('limit=200');
    expect(own.items.map(({ baseline }) => baseline)).not.toContain(64);
    expect(await listed('', (await testClinic(app)).director)).toMatchObject({
      total: 0,
      items: [],
      next: null,
    });
  });

  test('of a group that there is not are refused, with the names there are', async () => {
    const { body } = await answer(clinic.director.get('/v1/cohorts/courses?group=pie').expect(422));
    const { errors } = body as { errors: { pointer: string; rule: string; message: string }[] };
    expect(errors).toMatchObject([{ pointer: '/group', rule: 'group-unknown' }]);
    expect(errors[0]?.message).toMatch(/^There is no group "pie" of courses; there are courses, /);
  });

  test('after a cursor that was never given out are refused', async () => {
    await clinic.director.get('/v1/cohorts/courses?after=nonsense').expect(400);
    await clinic.director.get('/v1/cohorts/courses?limit=0').expect(422);
  });

  test('are the director’s to see', async () => {
    await clinic.clinician.get('/v1/cohorts/courses').expect(403);
    await clinic.marketing.get('/v1/cohorts/courses').expect(403);
  });
});
