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

test('marketing sees which numbers would be public and which not, in one wording, but no number', async () => {
  const figures = ['starters.response', 'completers.respondersEndpointMean'];
  // 48 starters, 24 responders; nobody got worse, which is said as fewer than 11.
  const draft = await draftBy(stage.clinic.marketing, { figures });
  const { preview } = await detailOf(stage.clinic.marketing, draft);
  const figure = { value: null, n: null, count: null, ci95: [null, null], withheld: null };
  expect(preview).toMatchObject({
    numbersShown: false,
    contentHash: null,
    sentences: [],
    refusal: null,
    content: {
      groups: [{ from: '2025-Q1', to: '2025-Q4', starters: null, closedOn: null }],
      figures: [
        { name: 'response', ...figure },
        { name: 'withoutInfusion6', ...figure },
        { name: 'worsened', ...figure },
        { name: 'respondersEndpointMean', ...figure },
      ],
      charts: [{ name: 'mean-before-after', chart: null, withheld: null }],
    },
  });
  expect(JSON.stringify(preview)).not.toContain('bound');
  expect(numbersIn(preview).filter(([name]) => name !== 'edition')).toEqual([]);
  expect(numbersIn(await bodyOf(stage.clinic.director, `/v1/publications/${draft}`))).toContainEqual(['n', 48]);
});

test('one patient more changes nothing of what marketing reads of a draft, and what a director reads', async () => {
  const paths = [`/v1/publications/${id}`, '/v1/publications'];
  const read = (person: SignedIn) => Promise.all(paths.map((path) => bodyOf(person, path)));
  const before = await read(stage.clinic.marketing);
  expect(await detailOf(stage.clinic.director, id)).toMatchObject({
    preview: { numbersShown: true, content: { figures: [{ n: 48 }, { n: 48 }, { n: 36 }, { n: 36 }, { n: 36 }] } },
  });
  await series(stage.app, stage.clinic, { startedOn: '2025-03-03', count: 1, endpoint: 15 });
  expect(await read(stage.clinic.marketing)).toEqual(before);
  expect(await detailOf(stage.clinic.director, id)).toMatchObject({
    preview: { numbersShown: true, content: { figures: [{ n: 49 }, { n: 49 }, { n: 37 }, { n: 37 }, { n: 37 }] } },
  });
});

test('what a director approved, marketing reads with its numbers', async () => {
  expect((await approve(stage.clinic.director, id)).status).toBe(200);
  const { document } = await detailOf(stage.clinic.marketing, id);
  expect(document?.figures).toMatchObject([
    { value: 50, n: 48 },
    { value: 25 },
    { value: 58 },
    { value: 67 },
    { n: 36 },
  ]);
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
