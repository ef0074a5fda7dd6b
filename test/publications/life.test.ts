import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { configureApp } from '../../src/configure-app.js';
import { checkSeal } from '../../src/signing/seal-check.js';
import { answer } from '../support/answer.js';
import { invite, SignedIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { approve, detailOf, draftBy } from './drafts.js';
import { series } from './series.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
  // 30 completers who all fell from 40 to 10, and 12 who stopped: 30 of 42 starters are 71 %.
  await series(app, clinic, { startedOn: '2025-02-03', count: 30 });
  await series(app, clinic, { startedOn: '2025-05-05', count: 12, endpoint: null });
});

async function bytesOf(id: string): Promise<string> {
  const rows = await app.database.owner.query<{ document: string }[]>(
    'SELECT document FROM published_document WHERE id = $1',
    [id],
  );
  return rows[0]?.document ?? '';
}
const withdraw = (id: string, reason = 'A score was wrong.') =>
  clinic.director.post(`/v1/publications/${id}/withdrawal`, { reason });

describe('a draft', () => {
  test('shows what would be public, and becomes public as it was shown', async () => {
    const id = await draftBy(clinic.marketing);
    const before = await detailOf(clinic.director, id);
    expect(before.may).toEqual({ approve: true, why: null });
    // 100 x (40 - 10) / 40 = 75
    expect(before.preview?.content.figures).toMatchObject([
      { set: 'starters', name: 'response', value: 71, n: 42 },
      { set: 'completers', name: 'percentReductionOfMeans', value: 75, n: 30 },
      { set: 'completers', name: 'response', value: 100, n: 30 },
    ]);
    expect((await approve(clinic.director, id)).status).toBe(200);
    const after = await detailOf(clinic.marketing, id);
    expect(after).toMatchObject({ state: 'approved', version: 2, preview: null });
    expect(after.document?.figures).toEqual(before.preview?.content.figures);
    const { checks } = checkSeal(Buffer.from(await bytesOf(id)));
    expect(checks.map(({ holds }) => holds)).toEqual([true, true, true, true]);
  });

  test('names nobody in public', async () => {
    const id = await draftBy(clinic.marketing);
    await approve(clinic.director, id);
    const said = await bytesOf(id);
    for (const person of [clinic.director, clinic.marketing]) {
      expect(said).not.toContain(person.id);
      expect(said).not.toContain(person.email);
    }
    expect(said).not.toContain('Dana');
  });

  test('is changed and discarded by the version that was seen, until it is approved', async () => {
    const id = await draftBy(clinic.marketing);
    const path = `/v1/publications/${id}`;
    const change = (version: number, body: object = { title: 'Another' }) =>
      clinic.marketing.patch(path, body).set('If-Match', `"${version}"`);
    await change(1).expect(200);
    await change(1).expect(412);
    await clinic.marketing.delete(path).expect(428);
    await approve(clinic.director, id);
    await change(3).expect(409);
    await clinic.marketing.delete(path).set('If-Match', '"3"').expect(409);
    const other = await draftBy(clinic.marketing);
    await clinic.marketing.delete(`/v1/publications/${other}`).set('If-Match', '"1"').expect(204);
    await clinic.marketing.get(`/v1/publications/${other}`).expect(404);
  });

  test('is made once for an Idempotency-Key', async () => {
    const body = { title: 'T', slug: `s-${clinic.id}`, period: '2025', charts: [] };
    const send = () =>
      clinic.marketing
        .post('/v1/publications', { ...body, figures: ['starters.response'] })
        .set('Idempotency-Key', 'k1');
    const [one, two] = [await answer(send()), await answer(send())];
    expect(two.body).toEqual(one.body);
  });

  test('can not take the address of another clinic', async () => {
    const other = await testClinic(app);
    const id = await draftBy(clinic.marketing);
    const { slug } = await detailOf(clinic.marketing, id);
    const taken = await answer(
      other.marketing.post('/v1/publications', {
        ...{ title: 'T', slug, period: '2025', charts: [], figures: ['starters.response'] },
      }),
    );
    expect(taken).toMatchObject({ status: 409 });
    await other.director.get(`/v1/publications/${id}`).expect(404);
    expect(
      (
        await answer(
          other.director.post(`/v1/publications/${id}/approval`, { contentHash: '0'.repeat(64) }),
        )
      ).status,
    ).toBe(404);
  });

  test('gives its address back when it is discarded or renamed, where nothing else has it', async () => {
    const other = await testClinic(app);
    const body = { title: 'T', period: '2025', charts: [], figures: ['starters.response'] };
    const take = async (slug: string) =>
      (await answer(other.marketing.post('/v1/publications', { ...body, slug }))).status;
    const discard = (id: string, version: number) =>
      clinic.marketing.delete(`/v1/publications/${id}`).set('If-Match', `"${version}"`).expect(204);
    const [first, second] = ['first', 'second'].map((name) => `${name}-${clinic.id}`) as [
      string,
      string,
    ];
    const one = await draftBy(clinic.marketing, { slug: first });
    const two = await draftBy(clinic.marketing, { slug: first });
    await discard(two, 1);
    expect(await take(first)).toBe(409);
    await clinic.marketing
      .patch(`/v1/publications/${one}`, { slug: second })
      .set('If-Match', '"1"')
      .expect(200);
    expect([await take(first), await take(second)]).toEqual([201, 409]);
    expect((await approve(clinic.director, one)).status).toBe(200);
    await discard(await draftBy(clinic.marketing, { slug: second }), 1);
    expect(await take(second)).toBe(409);
  });

  test('with values that can not be is refused with all faults at once', async () => {
    const { body } = await answer(
      clinic.marketing
        .post('/v1/publications', {
          ...{ title: '', slug: 'Not This', period: '2025-03', kind: 'x', minimumBaseline: 22 },
          ...{ figures: ['starters.mean'], charts: ['waterfall'] },
        })
        .expect(422),
    );
    const pointers = (body as { errors: { pointer: string }[] }).errors.map(
      ({ pointer }) => pointer,
    );
    expect(pointers.sort()).toEqual([
      '/charts',
      '/figures',
      '/kind',
      '/minimumBaseline',
      '/period',
      '/slug',
      '/title',
    ]);
  });

  test('of fewer than 11 starters is refused as a whole', async () => {
    await series(app, clinic, { startedOn: '2024-02-05', count: 10 });
    const id = await draftBy(clinic.marketing, { period: '2024' });
    expect((await detailOf(clinic.director, id)).preview?.refusal?.rule).toBe('threshold');
    expect(await approve(clinic.director, id)).toMatchObject({
      status: 409,
      body: { type: '/problems/would-disclose' },
    });
    expect(await bytesOf(id)).toBe('');
  });
});

describe('who approves', () => {
  test('is never marketing, and not the director who drafted or changed it', async () => {
    const ofMarketing = await draftBy(clinic.marketing);
    const contentHash = '0'.repeat(64);
    await clinic.marketing
      .post(`/v1/publications/${ofMarketing}/approval`, { contentHash })
      .expect(403);
    expect((await detailOf(clinic.marketing, ofMarketing)).may.approve).toBe(false);
    const own = await draftBy(clinic.director);
    expect((await detailOf(clinic.director, own)).may.approve).toBe(false);
    expect((await approve(clinic.director, own)).status).toBe(409);
    await clinic.director
      .patch(`/v1/publications/${ofMarketing}`, { title: 'Mine now' })
      .set('If-Match', '"1"')
      .expect(200);
    expect((await approve(clinic.director, ofMarketing)).status).toBe(409);
    const second = await invite(
      app,
      clinic.director,
      'director',
      `second-${clinic.id}@example.org`,
    );
    expect((await approve(second, own)).status).toBe(200);
  });

  test('is nobody who ever changed it, also where somebody else changed it since', async () => {
    const id = await draftBy(clinic.marketing);
    const change = (who: 'director' | 'marketing', version: number) =>
      clinic[who]
        .patch(`/v1/publications/${id}`, { title: `By ${who}` })
        .set('If-Match', `"${version}"`)
        .expect(200);
    await change('director', 1);
    const { body } = await answer(change('marketing', 2));
    expect(body).toMatchObject({ changedBy: { id: clinic.marketing.id }, version: 3 });
    expect((await detailOf(clinic.director, id)).may.why).toContain('You changed this publication');
    expect((await approve(clinic.director, id)).status).toBe(409);
    const email = `second-${clinic.id}@example.org`;
    const second = await invite(app, clinic.director, 'director', email);
    expect((await approve(second, id)).status).toBe(200);
  });

  test('is the author only in a clinic with a single director that says so, and the document tells', async () => {
    const id = await draftBy(clinic.director);
    const allow = (version: number) =>
      clinic.director.patch('/v1/clinic', { selfApproval: true }).set('If-Match', `"${version}"`);
    await allow(1).expect(200);
    const email = `second-${clinic.id}@example.org`;
    const second = await invite(app, clinic.director, 'director', email);
    expect((await approve(clinic.director, id)).status).toBe(409);
    await allow(2).expect(409);
    await clinic.director
      .patch(`/v1/staff/${second.id}`, { status: 'deactivated' })
      .set('If-Match', '"2"')
      .expect(200);
    expect((await approve(clinic.director, id)).status).toBe(200);
    expect((await detailOf(clinic.director, id)).document?.approval.selfApproved).toBe(true);
  });
});

describe('an approval', () => {
  test('is refused where the figures moved since the preview', async () => {
    const id = await draftBy(clinic.marketing);
    const { preview } = await detailOf(clinic.director, id);
    await series(app, clinic, { startedOn: '2025-02-03', count: 20, endpoint: 30 });
    const { body } = await answer(
      clinic.director
        .post(`/v1/publications/${id}/approval`, { contentHash: preview?.contentHash })
        .expect(409),
    );
    expect(body).toMatchObject({ type: '/problems/figures-changed' });
    expect((await detailOf(clinic.director, id)).state).toBe('draft');
  });

  test('is refused where with an earlier one few courses could be told apart, even when that was withdrawn', async () => {
    // 47 courses of 2025, 42 of its first three quarters: 5 are the difference.
    await series(app, clinic, { startedOn: '2025-11-03', count: 5 });
    const whole = await draftBy(clinic.marketing);
    expect((await approve(clinic.director, whole)).status).toBe(200);
    await withdraw(whole).expect(200);
    const part = await draftBy(clinic.marketing, { period: '2025-Q1..2025-Q3' });
    const { preview } = await detailOf(clinic.marketing, part);
    expect(preview?.refusal).toMatchObject({ rule: 'differencing', otherPublicationIds: [whole] });
    const withheld = { rule: 'differencing', reason: preview?.refusal?.reason };
    expect(preview?.content.figures).toMatchObject([{ withheld }, { withheld }, { withheld }]);
    const { status, body } = await approve(clinic.director, part);
    expect([status, body]).toMatchObject([409, { type: '/problems/would-disclose' }]);
    expect((body as { detail: string }).detail).toContain('Outcomes of 2025');
  });

  test('of two drafts at once that together would disclose lets only one pass', async () => {
    await series(app, clinic, { startedOn: '2025-11-03', count: 5 });
    const drafts = [
      await draftBy(clinic.marketing),
      await draftBy(clinic.marketing, { period: '2025-Q1..2025-Q3' }),
    ];
    const answers = await Promise.all(drafts.map((id) => approve(clinic.director, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('of one draft twice at once publishes it once', async () => {
    const id = await draftBy(clinic.marketing);
    const answers = await Promise.all([1, 2].map(() => approve(clinic.director, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('takes the place of the one before of the same address', async () => {
    const first = await draftBy(clinic.marketing);
    await approve(clinic.director, first);
    const { slug } = await detailOf(clinic.director, first);
    await series(app, clinic, { startedOn: '2025-08-04', count: 20, endpoint: 30 });
    const second = await draftBy(clinic.marketing, { slug });
    expect(await approve(clinic.director, second)).toMatchObject({ status: 200 });
    expect(await detailOf(clinic.director, first)).toMatchObject({ state: 'superseded' });
    const current = await detailOf(clinic.director, second);
    expect(current).toMatchObject({ state: 'approved', supersedes: first });
    expect(current.document?.supersedes).toBe(first);
  });
});

describe('what was approved', () => {
  test('stays the same bytes after a restart and after a later change of a score, which only shows as its age', async () => {
    const id = await draftBy(clinic.marketing);
    await approve(clinic.director, id);
    const before = await bytesOf(id);
    const todayOf = async () => {
      const { body } = await answer(
        clinic.director.get(`/v1/publications/${id}/today`).expect(200),
      );
      return body as { aged: boolean; courses: object; figures: { difference: number | null }[] };
    };
    expect(await todayOf()).toMatchObject({
      aged: false,
      figures: [{ difference: 0 }, { difference: 0 }, { difference: 0 }],
    });
    // 12 more who don't respond: 30 of 54 starters are 56 %, 15 less than 71 %.
    await series(app, clinic, { startedOn: '2025-03-03', count: 12, endpoint: 40 });
    const today = await todayOf();
    expect(today).toMatchObject({
      aged: true,
      courses: { added: 12, left: 0, countedDifferently: 0 },
    });
    expect(today.figures[0]).toMatchObject({
      then: 71,
      thenN: 42,
      now: 56,
      nowN: 54,
      difference: -15,
    });
    const again = await configureApp(app.environment, app.database.service, app.clock);
    await again.listen(0, '127.0.0.1');
    const restarted = new SignedIn(await again.getUrl(), clinic.director.cookie, '', '');
    const { document } = await detailOf(restarted, id);
    await again.close();
    expect(document).toEqual(JSON.parse(before));
    expect(await bytesOf(id)).toBe(before);
  });

  test('can not be changed even by the service', async () => {
    const change = app.database.service.query(`UPDATE published_document SET document = '{}'`);
    await expect(change).rejects.toThrow(/permission denied/);
  });

  test('is withdrawn by a director with a reason that everybody can read, once', async () => {
    const id = await draftBy(clinic.marketing);
    await withdraw(id).expect(409);
    await approve(clinic.director, id);
    await clinic.marketing.post(`/v1/publications/${id}/withdrawal`, { reason: 'x' }).expect(403);
    await withdraw(id, ' ').expect(422);
    await withdraw(id, 'x'.repeat(501)).expect(422);
    const { body } = await answer(withdraw(id, 'A score was wrong.').expect(200));
    expect(body).toMatchObject({ state: 'withdrawn', withdrawnReason: 'A score was wrong.' });
    await withdraw(id).expect(409);
  });
});

test('a claim is held against what the clinic has published, and nothing else', async () => {
  const id = await draftBy(clinic.marketing);
  const check = async () => {
    const text = 'Scores of those who had all six infusions fell by 75 % on average.';
    const { body } = await answer(clinic.marketing.post('/v1/claim-checks', { text }).expect(200));
    return (body as { numbers: { text: string; verdict: string }[] }).numbers;
  };
  expect(await check()).toMatchObject([{ verdict: 'not-published' }]);
  await approve(clinic.director, id);
  expect(await check()).toMatchObject([{ verdict: 'supported' }]);
  await clinic.marketing.post('/v1/claim-checks', { text: 'x'.repeat(20_001) }).expect(422);
});
