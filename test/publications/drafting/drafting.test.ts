import { describe, expect, test } from '@jest/globals';
import { checkSeal } from '../../../src/signing/seal-check.js';
import { answer } from '../../support/answer.js';
import { testClinic } from '../../support/clinic.js';
import { clinicStage } from '../clinic-stage.js';
import { approve, bytesOf, detailOf, draftBy } from '../drafts.js';

const stage = clinicStage();

describe('a draft', () => {
  test('shows what would be public, and becomes public as it was shown', async () => {
    const id = await draftBy(stage.clinic.marketing);
    const before = await detailOf(stage.clinic.director, id);
    expect(before.may).toEqual({ approve: true, why: null });
    // 100 x (40 - 16.667) / 40 = 58.3; of 36 completers nobody got worse, and 11 of 36 are 30.6 %
    expect(before.preview?.content.figures).toMatchObject([
      { set: 'starters', name: 'response', value: 50, n: 48 },
      { set: 'starters', name: 'withoutInfusion6', value: 25, count: 12, n: 48 },
      { set: 'completers', name: 'percentReductionOfMeans', value: 58, n: 36 },
      { set: 'completers', name: 'response', value: 67, n: 36 },
      { set: 'completers', name: 'worsened', value: null, n: 36, bound: { is: 'under', count: 11, percent: 31 } },
    ]);
    expect((await approve(stage.clinic.director, id)).status).toBe(200);
    const after = await detailOf(stage.clinic.marketing, id);
    expect(after).toMatchObject({ state: 'approved', version: 2, preview: null });
    expect(after.document?.figures).toEqual(before.preview?.content.figures);
    const { checks } = checkSeal(Buffer.from(await bytesOf(stage.app, id)));
    expect(checks.map(({ holds }) => holds)).toEqual([true, true, true, true]);
  });

  test('names nobody in public', async () => {
    const id = await draftBy(stage.clinic.marketing);
    await approve(stage.clinic.director, id);
    const said = await bytesOf(stage.app, id);
    for (const person of [stage.clinic.director, stage.clinic.marketing]) {
      expect(said).not.toContain(person.id);
      expect(said).not.toContain(person.email);
    }
    expect(said).not.toContain('Dana');
  });

  test('is changed and discarded by the version that was seen, until it is approved', async () => {
    const id = await draftBy(stage.clinic.marketing);
    const path = `/v1/publications/${id}`;
    const change = (version: number, body: object = { title: 'Another' }) =>
      stage.clinic.marketing.patch(path, body).set('If-Match', `"${version}"`);
    await change(1).expect(200);
    await change(1).expect(412);
    await stage.clinic.marketing.delete(path).expect(428);
    await approve(stage.clinic.director, id);
    await change(3).expect(409);
    await stage.clinic.marketing.delete(path).set('If-Match', '"3"').expect(409);
    const other = await draftBy(stage.clinic.marketing);
    await stage.clinic.marketing.delete(`/v1/publications/${other}`).set('If-Match', '"1"').expect(204);
    await stage.clinic.marketing.get(`/v1/publications/${other}`).expect(404);
  });

  test('is made once for an Idempotency-Key', async () => {
    const body = { title: 'T', slug: `s-${stage.clinic.id}`, period: '2025', charts: [] };
    const send = () =>
      stage.clinic.marketing
        .post('/v1/publications', { ...body, figures: ['starters.response'] })
        .set('Idempotency-Key', 'k1');
    const [one, two] = [await answer(send()), await answer(send())];
    expect(two.body).toEqual(one.body);
  });

  test('can not take the address of another clinic', async () => {
    const other = await testClinic(stage.app);
    const id = await draftBy(stage.clinic.marketing);
    const { slug } = await detailOf(stage.clinic.marketing, id);
    const taken = await answer(
      other.marketing.post('/v1/publications', {
        title: 'T',
        slug,
        period: '2025',
        charts: [],
        figures: ['starters.response'],
      }),
    );
    expect(taken).toMatchObject({ status: 409 });
    await other.director.get(`/v1/publications/${id}`).expect(404);
    expect(
      (await answer(other.director.post(`/v1/publications/${id}/approval`, { contentHash: '0'.repeat(64) }))).status,
    ).toBe(404);
  });

  test('gives its address back when it is discarded or renamed, where nothing else has it', async () => {
    const other = await testClinic(stage.app);
    const body = { title: 'T', period: '2025', charts: [], figures: ['starters.response'] };
    const take = async (slug: string) =>
      (await answer(other.marketing.post('/v1/publications', { ...body, slug }))).status;
    const discard = (id: string, version: number) =>
      stage.clinic.marketing.delete(`/v1/publications/${id}`).set('If-Match', `"${version}"`).expect(204);
    const [first, second] = ['first', 'second'].map((name) => `${name}-${stage.clinic.id}`) as [string, string];
    const one = await draftBy(stage.clinic.marketing, { slug: first });
    const two = await draftBy(stage.clinic.marketing, { slug: first });
    await discard(two, 1);
    expect(await take(first)).toBe(409);
    await stage.clinic.marketing.patch(`/v1/publications/${one}`, { slug: second }).set('If-Match', '"1"').expect(200);
    expect([await take(first), await take(second)]).toEqual([201, 409]);
    expect((await approve(stage.clinic.director, one)).status).toBe(200);
    await discard(await draftBy(stage.clinic.marketing, { slug: second }), 1);
    expect(await take(second)).toBe(409);
  });

  test('with values that can not be is refused with all faults at once', async () => {
    const { body } = await answer(
      stage.clinic.marketing
        .post('/v1/publications', {
          title: '',
          slug: 'Not This',
          period: '2025-03',
          kind: 'x',
          minimumBaseline: 22,
          figures: ['starters.mean'],
          charts: ['waterfall'],
        })
        .expect(422),
    );
    const pointers = (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['/charts', '/figures', '/kind', '/minimumBaseline', '/period', '/slug', '/title']);
  });

  test('of a period that is not over is refused, in words', async () => {
    const { body } = await answer(
      stage.clinic.marketing
        .post('/v1/publications', {
          title: 'T',
          slug: `s-${stage.clinic.id}`,
          period: '2026',
          charts: [],
          figures: ['starters.response'],
        })
        .expect(422),
    );
    expect(body).toMatchObject({ errors: [{ pointer: '/period', rule: 'period-not-over' }] });
  });

  test('of a figure that is for directors is refused, in words', async () => {
    const id = await draftBy(stage.clinic.marketing);
    const change = (figures: string[]) =>
      answer(stage.clinic.marketing.patch(`/v1/publications/${id}`, { figures }).set('If-Match', '"1"').expect(422));
    for (const name of ['lastObserved.response', 'bounds.responseBestCase', 'starters.remissionBelow20OfUnremitted']) {
      const { body } = await change([name]);
      expect((body as { errors: { message: string }[] }).errors[0]?.message).toContain('for directors only');
    }
  });

  test('of a part of a group is refused as a whole, and the reason names the periods that work', async () => {
    const id = await draftBy(stage.clinic.marketing, { period: '2025-Q1..2025-Q3' });
    const { preview } = await detailOf(stage.clinic.marketing, id);
    expect(preview?.refusal).toMatchObject({ rule: 'period', periods: ['2025'] });
    expect(preview?.refusal?.reason).toContain(
      'January to September 2025 does not begin and end with one. The nearest that do: January to December 2025.',
    );
    expect(preview?.content.figures.map(({ value }) => value)).toEqual([null, null, null, null, null]);
    expect(await approve(stage.clinic.director, id)).toMatchObject({
      status: 409,
      body: { type: '/problems/would-disclose' },
    });
    expect(await bytesOf(stage.app, id)).toBe('');
  });
});
