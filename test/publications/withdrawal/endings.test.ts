import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { clinicStage } from '../clinic-stage.js';
import { approve, detailOf, draftBy, withdraw } from '../drafts.js';

const stage = clinicStage();

async function approvedOne(change: object = {}): Promise<{ id: string; slug: string }> {
  const id = await draftBy(stage.clinic.marketing, change);
  expect(await approve(stage.clinic.director, id)).toMatchObject({ status: 200 });
  const { slug } = await detailOf(stage.clinic.director, id);
  return { id, slug };
}

const read = (address: string) => request(stage.app.url).get(`/v1/published/${address}`);

describe('a superseded publication', () => {
  test('is withdrawn by itself: its snapshot says why, and the current one stays', async () => {
    const first = await approvedOne();
    stage.app.clock.advance(60_000);
    const second = await approvedOne({ slug: first.slug });
    const { text: current } = await read(first.slug).expect(200);
    await read(`snapshots/${first.id}`).expect(200);
    stage.app.clock.advance(60_000);
    const { body } = await answer(withdraw(stage.clinic.director, first.id, 'A score was wrong.').expect(200));
    const at = stage.app.clock.now();
    expect(body).toMatchObject({
      state: 'withdrawn',
      version: 4,
      withdrawnReason: 'A score was wrong.',
      supersededAt: new Date(at.getTime() - 60_000).toISOString(),
      withdrawnAt: at.toISOString(),
    });
    const gone = await read(`snapshots/${first.id}`).expect(410);
    expect(gone.body).toMatchObject({
      reason: 'A score was wrong.',
      withdrawnAt: at.toISOString(),
    });
    await read(`snapshots/${second.id}`).expect(200);
    expect((await read(first.slug).expect(200)).text).toBe(current);
    expect(await detailOf(stage.clinic.director, second.id)).toMatchObject({
      state: 'approved',
      version: 2,
      supersedes: first.id,
    });
    await withdraw(stage.clinic.director, first.id, 'Again.').expect(409);
  });

  test('keeps when it gave way; a draft and a current publication have no such instant', async () => {
    const { id } = await approvedOne();
    const draft = await draftBy(stage.clinic.marketing);
    for (const row of [id, draft]) {
      const change = stage.app.database.owner.query('UPDATE publication SET superseded_at = now() WHERE id = $1', [
        row,
      ]);
      await expect(change).rejects.toThrow(/publication_superseded_check/);
    }
    const unsaid = stage.app.database.owner.query(`UPDATE publication SET state = 'superseded' WHERE id = $1`, [id]);
    await expect(unsaid).rejects.toThrow(/publication_superseded_check/);
  });
});

test('a change of a draft that changes nothing leaves its version and who changed it last', async () => {
  const id = await draftBy(stage.clinic.marketing);
  const change = (who: 'director' | 'marketing', version: number, body: object) =>
    answer(stage.clinic[who].patch(`/v1/publications/${id}`, body).set('If-Match', `"${version}"`).expect(200));
  await change('director', 1, { title: 'Mine' });
  stage.app.clock.advance(60_000);
  const figures = ['starters.response', 'completers.response'];
  const before = (await change('director', 2, { figures, indication: 'depression' })).body;
  stage.app.clock.advance(60_000);
  const same = { title: 'Mine', figures, minimumBaseline: null, indication: 'depression' };
  for (const body of [{}, same]) expect((await change('marketing', 3, body)).body).toEqual(before);
  // The director changed it last, whatever marketing sent since.
  expect((await approve(stage.clinic.director, id)).status).toBe(409);
  const order = { figures: [...figures].reverse() };
  expect((await change('marketing', 3, order)).body).toMatchObject({ version: 4 });
});

describe('an instant is taken once it is its turn', () => {
  /** Holds rows while a request waits for them, and lets a minute pass. @returns When it went on. */
  async function held<T>(sql: string, id: string, send: () => Promise<T>): Promise<[Date, T]> {
    const runner = stage.app.database.owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query(sql, [id]);
    const sent = send();
    for (let waiting = 0; waiting === 0;) {
      const [row] = await stage.app.database.owner.query<{ waiting: number }[]>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      waiting = row?.waiting ?? 0;
    }
    stage.app.clock.advance(60_000);
    await runner.commitTransaction();
    await runner.release();
    return [stage.app.clock.now(), await sent];
  }
  const CLINIC = 'SELECT 1 FROM clinic_lock WHERE clinic_id = $1 FOR UPDATE';
  const PUBLICATION = 'SELECT 1 FROM publication WHERE id = $1 FOR UPDATE';

  test('by an approval, for all that it says and ends', async () => {
    const first = await approvedOne();
    const id = await draftBy(stage.clinic.marketing, { slug: first.slug });
    const { preview } = await detailOf(stage.clinic.director, id);
    const body = { contentHash: preview?.contentHash };
    const [at, answered] = await held(CLINIC, stage.clinic.id, () =>
      answer(stage.clinic.director.post(`/v1/publications/${id}/approval`, body)),
    );
    const instant = at.toISOString();
    expect(answered).toMatchObject({ status: 200, body: { approvedAt: instant } });
    const published = await read(`snapshots/${id}`).expect(200);
    expect(published.body).toMatchObject({
      provenance: { asOf: instant },
      approval: { at: instant },
    });
    expect(await detailOf(stage.clinic.director, first.id)).toMatchObject({
      supersededAt: instant,
    });
  });

  test('by a withdrawal', async () => {
    const { id } = await approvedOne();
    const [at, answered] = await held(PUBLICATION, id, () => answer(withdraw(stage.clinic.director, id, 'Wrong.')));
    expect(answered).toMatchObject({ status: 200, body: { withdrawnAt: at.toISOString() } });
  });
});
