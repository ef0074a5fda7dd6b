import { describe, expect, test } from '@jest/globals';
import { refreshScores } from '../../src/assessments/entries/course-scores.repository.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { answer } from '../support/answer.js';
import type { SignedIn } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';
import { approve, detailOf, draftBy } from './drafts.js';
import { series } from './series.js';

const stage = clinicStage();

interface Groups {
  edition: number;
  groups: { period: string; starters: number | null; closedOn: string | null; since: object | null }[];
  filling: { starters: number; lacking: string[]; earliestClosing: string } | null;
  choices: { period: string; figures: { set: string; name: string; value: number | null; bound?: object }[] }[];
  refusal: { rule: string; reason: string } | null;
  closeAgain: { allowed: boolean; why: string | null } | null;
}

async function groupsFor(person: SignedIn, query = 'kind=induction'): Promise<Groups> {
  const { body } = await answer(person.get(`/v1/publications/groups?${query}`).expect(200));
  return body as Groups;
}
const closeAgain = (person: SignedIn) => answer(person.post('/v1/publications/groups/editions', {}));

/** Sets the score at infusion 6 of so many courses of a day, as nobody would by hand. */
async function correct(count: number, startedOn: string): Promise<void> {
  const { owner } = stage.app.database;
  const courses = await owner.query<{ id: string }[]>(
    `SELECT id FROM course WHERE clinic_id = $1 AND started_on = $3 ORDER BY id LIMIT $2`,
    [stage.clinic.id, count, startedOn],
  );
  const ids = courses.map(({ id }) => id);
  await owner.query(
    `UPDATE assessment SET total = total + 1 WHERE slot = 'infusion-6' AND clinic_id = $1 AND course_id = ANY ($2)`,
    [stage.clinic.id, ids],
  );
  await new TransactionService(owner, null).run(stage.clinic.id, (transaction) => refreshScores(transaction, ids));
}

async function published(change: object = {}): Promise<string> {
  const id = await draftBy(stage.clinic.marketing, change);
  expect(await approve(stage.clinic.director, id)).toMatchObject({ status: 200 });
  return id;
}

describe('what can be published', () => {
  test('is the closed group of the year, and its figures: numbers for directors alone', async () => {
    const seen = await groupsFor(stage.clinic.director);
    expect(seen).toMatchObject({
      edition: 1,
      groups: [{ period: '2025', starters: 48, closedOn: null, since: null }],
      // 2026-03-31 and 60 days
      filling: {
        from: '2026-Q1',
        starters: 0,
        startersNeeded: 30,
        completersNeeded: 11,
        earliestClosing: '2026-05-30',
      },
      choices: [{ period: '2025' }],
      refusal: null,
    });
    const figureIn = ({ choices }: Groups, name: string) =>
      choices[0]?.figures.find((figure) => `${figure.set}.${figure.name}` === name);
    expect(figureIn(seen, 'starters.response')?.value).toBe(50);
    expect(figureIn(seen, 'completers.worsened')?.bound).toEqual({ is: 'under', count: 11, percent: 31 });
    const shape = await groupsFor(stage.clinic.marketing);
    expect(shape).toMatchObject({ groups: [{ period: '2025', starters: null }], closeAgain: null });
    expect(figureIn(shape, 'starters.response')).toMatchObject({ value: null, withheld: null });
    expect(figureIn(shape, 'completers.worsened')).not.toHaveProperty('bound');
    await stage.clinic.clinician.get('/v1/publications/groups').expect(403);
  });

  test('an older quarter that is imported before anything is public costs nothing', async () => {
    await series(stage.app, stage.clinic, { startedOn: '2024-02-05', count: 16 });
    expect((await groupsFor(stage.clinic.director)).groups.map(({ period }) => period)).toEqual(['2024-Q1..2025-Q1']);
  });

  test('once a group was public, later courses and corrections change none of it', async () => {
    await published();
    await series(stage.app, stage.clinic, { startedOn: '2024-02-05', count: 16 });
    await correct(2, '2025-02-03');
    const { groups, choices } = await groupsFor(stage.clinic.director);
    expect(groups).toMatchObject([
      { period: '2025', starters: 48, closedOn: '2026-03-20', since: { changed: 2, renewal: 'kept' } },
    ]);
    expect(choices[0]?.figures[0]?.value).toBe(50);
  });

  test('of all courses nothing is, where inductions already are', async () => {
    await published();
    const { refusal, groups } = await groupsFor(stage.clinic.director, '');
    expect([refusal?.rule, groups]).toEqual(['cohort', []]);
    expect(refusal?.reason).toContain('induction courses');
    const id = await draftBy(stage.clinic.marketing, { kind: null });
    expect((await detailOf(stage.clinic.director, id)).preview?.refusal?.rule).toBe('cohort');
    expect(await approve(stage.clinic.director, id)).toMatchObject({ status: 409 });
  });

  test('within a public cohort a smaller one is, where those outside of it are nobody or 11 or more', async () => {
    await published();
    // All 48 are of depression, so the inner group says nothing that the outer does not.
    expect((await groupsFor(stage.clinic.director, 'kind=induction&indication=depression')).groups).toMatchObject([
      { period: '2025', starters: 48 },
    ]);
    await published({ indication: 'depression' });
    const { groups, filling } = await groupsFor(stage.clinic.director, 'kind=induction&indication=ptsd');
    expect([groups, filling?.lacking]).toEqual([[], expect.arrayContaining(['starters', 'completers'])]);
  });
});

describe('all groups closed again', () => {
  test('is refused as long as 1 to 10 persons of a group changed, and allowed from 11 on', async () => {
    const first = await published();
    expect((await groupsFor(stage.clinic.director)).closeAgain?.allowed).toBe(false);
    await correct(10, '2025-02-03');
    expect(await closeAgain(stage.clinic.director)).toMatchObject({ status: 409 });
    await correct(12, '2025-02-03');
    const { status, body } = await closeAgain(stage.clinic.director);
    expect([status, (body as Groups).edition]).toEqual([200, 2]);
    const second = await published();
    const [before, after] = [
      await detailOf(stage.clinic.director, first),
      await detailOf(stage.clinic.director, second),
    ];
    expect([before.document, after.document]).toMatchObject([
      { edition: 1, groups: [{ closedOn: '2026-03-20' }] },
      { edition: 2, groups: [{ closedOn: '2026-03-20' }] },
    ]);
  });

  test('is for directors', async () => {
    expect((await closeAgain(stage.clinic.marketing)).status).toBe(403);
  });
});

test('who corrects a score of a published course is told', async () => {
  const [course] = await series(stage.app, stage.clinic, { startedOn: '2025-03-03', count: 2 });
  const amend = async (version: number, total: number) => {
    const { body } = await answer(
      stage.clinic.clinician
        .put(`/v1/courses/${course}/assessments/infusion-6`, {
          total,
          assessedOn: '2025-03-20',
          amendmentReason: 'typing error',
          overrideReason: 'asked again',
        })
        .set('If-Match', `"${version}"`)
        .expect(200),
    );
    return (body as { published: string | null }).published;
  };
  expect(await amend(1, 9)).toBeNull();
  await published();
  expect(await amend(2, 10)).toContain('Published figures count this course as it was on 20 Mar 2026');
});
