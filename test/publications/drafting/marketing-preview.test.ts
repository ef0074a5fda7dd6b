import { beforeEach, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { type SignedIn } from '../../support/clinic.js';
import { clinicStage } from '../clinic-stage.js';
import { approve, detailOf, draftBy } from '../drafts.js';
import { series } from '../series.js';

const stage = clinicStage();
let id: string;
beforeEach(async () => {
  id = await draftBy(stage.clinic.marketing);
});

async function bodyOf(person: SignedIn, path: string): Promise<unknown> {
  return (await answer(person.get(path).expect(200))).body;
}

/** Every number that is anywhere in an answer, with its name. */
function numbersIn(node: unknown, name = ''): [string, number][] {
  if (typeof node === 'number') return [[name, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, part]) => numbersIn(part, key));
}

test('marketing sees which numbers would be public and which are withheld, but no number', async () => {
  const figures = ['starters.response', 'starters.worsened'];
  // Of 30 + 12 + 12 + 1 = 55 starters 30 responded, and 1 got worse, of whom nothing may be said.
  await series(stage.app, stage.clinic, { startedOn: '2025-02-03', count: 12, endpoint: 30 });
  await series(stage.app, stage.clinic, { startedOn: '2025-02-03', count: 1, endpoint: 50 });
  const draft = await draftBy(stage.clinic.marketing, { figures });
  const { preview } = await detailOf(stage.clinic.marketing, draft);
  expect(preview).toMatchObject({
    numbersShown: false,
    contentHash: null,
    sentences: [],
    refusal: null,
    content: {
      figures: [
        { name: 'response', value: null, n: null, withheld: null },
        { name: 'worsened', value: null, n: null, withheld: { rule: 'threshold' } },
      ],
      charts: [{ name: 'mean-before-after', chart: null, withheld: null }],
    },
  });
  expect(numbersIn(preview)).toEqual([]);
  expect(numbersIn(await bodyOf(stage.clinic.director, `/v1/publications/${draft}`))).toContainEqual(['n', 55]);
});

test('one patient more changes nothing of what marketing reads of a draft, and what a director reads', async () => {
  const paths = [`/v1/publications/${id}`, '/v1/publications'];
  const read = (person: SignedIn) => Promise.all(paths.map((path) => bodyOf(person, path)));
  const before = await read(stage.clinic.marketing);
  expect(await detailOf(stage.clinic.director, id)).toMatchObject({
    preview: { numbersShown: true, content: { figures: [{ n: 42 }, { n: 30 }, { n: 30 }] } },
  });
  await series(stage.app, stage.clinic, { startedOn: '2025-03-03', count: 1, endpoint: 15 });
  expect(await read(stage.clinic.marketing)).toEqual(before);
  expect(await detailOf(stage.clinic.director, id)).toMatchObject({
    preview: { numbersShown: true, content: { figures: [{ n: 43 }, { n: 31 }, { n: 31 }] } },
  });
});

test('what a director approved, marketing reads with its numbers', async () => {
  expect((await approve(stage.clinic.director, id)).status).toBe(200);
  const { document } = await detailOf(stage.clinic.marketing, id);
  expect(document?.figures).toMatchObject([{ value: 71, n: 42 }, { value: 75 }, { value: 100 }]);
});

test('the list shows directors what has aged, and marketing nothing of it', async () => {
  await draftBy(stage.clinic.marketing, { title: 'Not public yet' });
  await approve(stage.clinic.director, id);
  const listed = async (person: SignedIn) => {
    const { items } = (await bodyOf(person, '/v1/publications')) as {
      items: { state: string; aged: boolean | null }[];
    };
    return items.map(({ state, aged }) => [state, aged]);
  };
  const drafted = ['draft', null];
  expect(await listed(stage.clinic.director)).toEqual([drafted, ['approved', false]]);
  await series(stage.app, stage.clinic, { startedOn: '2024-03-04', count: 1 });
  expect(await listed(stage.clinic.director)).toEqual([drafted, ['approved', false]]);
  await series(stage.app, stage.clinic, { startedOn: '2025-03-03', count: 1 });
  expect(await listed(stage.clinic.director)).toEqual([drafted, ['approved', true]]);
  expect(await listed(stage.clinic.marketing)).toEqual([drafted, ['approved', null]]);
});

test('what it would say today is for directors alone', async () => {
  await approve(stage.clinic.director, id);
  await stage.clinic.marketing.get(`/v1/publications/${id}/today`).expect(403);
});
