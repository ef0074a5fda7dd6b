import { describe, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { colleague } from '../../support/clinic.js';
import { clinicStage } from '../clinic-stage.js';
import { approve, detailOf, draftBy } from '../drafts.js';
import { series } from '../series.js';

const stage = clinicStage();

describe('who approves', () => {
  test('is never marketing, and not the director who drafted or changed it', async () => {
    const ofMarketing = await draftBy(stage.clinic.marketing);
    const contentHash = '0'.repeat(64);
    await stage.clinic.marketing.post(`/v1/publications/${ofMarketing}/approval`, { contentHash }).expect(403);
    expect((await detailOf(stage.clinic.marketing, ofMarketing)).may.approve).toBe(false);
    const own = await draftBy(stage.clinic.director);
    expect((await detailOf(stage.clinic.director, own)).may.approve).toBe(false);
    expect((await approve(stage.clinic.director, own)).status).toBe(409);
    await stage.clinic.director
      .patch(`/v1/publications/${ofMarketing}`, { title: 'Mine now' })
      .set('If-Match', '"1"')
      .expect(200);
    expect((await approve(stage.clinic.director, ofMarketing)).status).toBe(409);
    const second = await colleague(stage.app, stage.clinic, 'director', 'Second');
    expect((await approve(second, own)).status).toBe(200);
  });

  test('is nobody who ever changed it, also where somebody else changed it since', async () => {
    const id = await draftBy(stage.clinic.marketing);
    const change = (who: 'director' | 'marketing', version: number) =>
      stage.clinic[who]
        .patch(`/v1/publications/${id}`, { title: `By ${who}` })
        .set('If-Match', `"${version}"`)
        .expect(200);
    await change('director', 1);
    const { body } = await answer(change('marketing', 2));
    expect(body).toMatchObject({ changedBy: { id: stage.clinic.marketing.id }, version: 3 });
    expect((await detailOf(stage.clinic.director, id)).may.why).toContain('You changed this publication');
    expect((await approve(stage.clinic.director, id)).status).toBe(409);
    const second = await colleague(stage.app, stage.clinic, 'director', 'Second');
    expect((await approve(second, id)).status).toBe(200);
  });

  test('is the author only in a clinic with a single director that says so, and the document shows it', async () => {
    const id = await draftBy(stage.clinic.director);
    const allow = (version: number) =>
      stage.clinic.director.patch('/v1/clinic', { selfApproval: true }).set('If-Match', `"${version}"`);
    await allow(1).expect(200);
    const second = await colleague(stage.app, stage.clinic, 'director', 'Second');
    expect((await approve(stage.clinic.director, id)).status).toBe(409);
    await allow(2).expect(409);
    await stage.clinic.director
      .patch(`/v1/staff/${second.id}`, { status: 'deactivated' })
      .set('If-Match', '"2"')
      .expect(200);
    expect((await approve(stage.clinic.director, id)).status).toBe(200);
    expect((await detailOf(stage.clinic.director, id)).document?.approval.selfApproved).toBe(true);
  });
});

describe('an approval', () => {
  test('is refused where the figures moved since the preview', async () => {
    const id = await draftBy(stage.clinic.marketing);
    const { preview } = await detailOf(stage.clinic.director, id);
    await series(stage.app, stage.clinic, { startedOn: '2025-02-03', count: 4, endpoint: 30 });
    const { body } = await answer(
      stage.clinic.director.post(`/v1/publications/${id}/approval`, { contentHash: preview?.contentHash }).expect(409),
    );
    expect(body).toMatchObject({ type: '/problems/figures-changed' });
    expect((await detailOf(stage.clinic.director, id)).state).toBe('draft');
  });

  test('freezes its groups: a score that is corrected later changes no later publication of them', async () => {
    const first = await draftBy(stage.clinic.marketing);
    await approve(stage.clinic.director, first);
    await series(stage.app, stage.clinic, { startedOn: '2025-03-03', count: 12, endpoint: 40 });
    const second = await draftBy(stage.clinic.marketing);
    expect((await approve(stage.clinic.director, second)).status).toBe(200);
    const [before, after] = [
      await detailOf(stage.clinic.director, first),
      await detailOf(stage.clinic.director, second),
    ];
    expect(after.document?.figures).toEqual(before.document?.figures);
    expect(after.document).toMatchObject({
      edition: 1,
      groups: [{ from: '2025-Q1', to: '2025-Q4', starters: 48, closedOn: '2026-03-20' }],
    });
  });

  test('of one draft twice at once publishes it once', async () => {
    const id = await draftBy(stage.clinic.marketing);
    const answers = await Promise.all([1, 2].map(() => approve(stage.clinic.director, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('takes the place of the one before of the same address', async () => {
    const first = await draftBy(stage.clinic.marketing);
    await approve(stage.clinic.director, first);
    const { slug } = await detailOf(stage.clinic.director, first);
    const second = await draftBy(stage.clinic.marketing, { slug });
    expect(await approve(stage.clinic.director, second)).toMatchObject({ status: 200 });
    expect(await detailOf(stage.clinic.director, first)).toMatchObject({ state: 'superseded' });
    const current = await detailOf(stage.clinic.director, second);
    expect(current).toMatchObject({ state: 'approved', supersedes: first });
    expect(current.document?.supersedes).toBe(first);
  });
});
