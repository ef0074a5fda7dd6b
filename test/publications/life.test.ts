import { describe, expect, test } from '@jest/globals';
import { configureApp } from '../../src/configure-app.js';
import { answer } from '../support/answer.js';
import { actionsOn } from '../support/audit.js';
import { SignedIn } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';
import { approve, bytesOf, detailOf, draftBy, withdraw } from './drafts.js';
import { series } from './series.js';

const stage = clinicStage();

describe('what was approved', () => {
  test('stays the same bytes after a restart and after a later change of a score, which only shows as its age', async () => {
    const id = await draftBy(stage.clinic.marketing);
    await approve(stage.clinic.director, id);
    const before = await bytesOf(stage.app, id);
    const todayOf = async () => {
      const { body } = await answer(stage.clinic.director.get(`/v1/publications/${id}/today`).expect(200));
      return body as { aged: boolean; courses: object; figures: { difference: number | null }[] };
    };
    expect(await todayOf()).toMatchObject({
      aged: false,
      figures: [{ difference: 0 }, { difference: 0 }, { difference: 0 }, { difference: 0 }, { difference: null }],
    });
    // 12 more who don't respond: 24 of 60 starters are 40 %, 10 less than 50 %.
    await series(stage.app, stage.clinic, { startedOn: '2025-03-03', count: 12, endpoint: 40 });
    const today = await todayOf();
    expect(today).toMatchObject({
      aged: true,
      courses: { added: 12, left: 0, countedDifferently: 0 },
    });
    expect(today.figures[0]).toMatchObject({
      then: 50,
      thenN: 48,
      now: 40,
      nowN: 60,
      difference: -10,
    });
    const again = await configureApp(stage.app.environment, stage.app.database.connection, stage.app.clock);
    await again.listen(0, '127.0.0.1');
    const restarted = new SignedIn(await again.getUrl(), stage.clinic.director.cookie, '', '');
    const { document } = await detailOf(restarted, id);
    await again.close();
    expect(document).toEqual(JSON.parse(before));
    expect(await bytesOf(stage.app, id)).toBe(before);
  });

  test('can not be changed even by the service', async () => {
    const change = stage.app.database.service.query(`UPDATE published_document SET document = '{}'`);
    await expect(change).rejects.toThrow(/permission denied/);
  });

  test('is withdrawn by a director with a reason that everybody can read, once', async () => {
    const id = await draftBy(stage.clinic.marketing);
    await withdraw(stage.clinic.director, id).expect(409);
    await approve(stage.clinic.director, id);
    await stage.clinic.marketing.post(`/v1/publications/${id}/withdrawal`, { reason: 'x' }).expect(403);
    await withdraw(stage.clinic.director, id, ' ').expect(422);
    await withdraw(stage.clinic.director, id, 'x'.repeat(501)).expect(422);
    const { body } = await answer(withdraw(stage.clinic.director, id, 'A score was wrong.').expect(200));
    expect(body).toMatchObject({ state: 'withdrawn', withdrawnReason: 'A score was wrong.' });
    await withdraw(stage.clinic.director, id).expect(409);
    expect(await actionsOn(stage.app, id)).toEqual([
      'publication.drafted',
      'publication.approved',
      'publication.withdrawn',
    ]);
  });
});

test('a claim is held against what the clinic has published, and nothing else', async () => {
  const id = await draftBy(stage.clinic.marketing);
  const check = async () => {
    const text = 'Scores of those who had all six infusions fell by 58 % on average.';
    const { body } = await answer(stage.clinic.marketing.post('/v1/claim-checks', { text }).expect(200));
    return (body as { numbers: { text: string; verdict: string }[] }).numbers;
  };
  expect(await check()).toMatchObject([{ verdict: 'not-published' }]);
  await approve(stage.clinic.director, id);
  expect(await check()).toMatchObject([{ verdict: 'supported' }]);
  await stage.clinic.marketing.post('/v1/claim-checks', { text: 'x'.repeat(20_001) }).expect(422);
  // 13 words, 154 times: 2,002, which are checked on a thread, each sentence as it is alone.
  const text = 'Scores of those who had all six infusions fell by 58 % on average. '.repeat(154);
  const long = await answer(stage.clinic.marketing.post('/v1/claim-checks', { text }).expect(200));
  const { numbers } = long.body as { numbers: { verdict: string }[] };
  expect(numbers.map(({ verdict }) => verdict)).toEqual(Array(154).fill('supported'));
});
