import { answer } from '../support/answer.js';
import type { SignedIn } from '../support/clinic.js';
import type { TestApp } from '../support/test-app.js';

/** What a detail of a publication is read for here. */
export interface Detail {
  id: string;
  slug: string;
  state: string;
  version: number;
  supersedes: string | null;
  preview: {
    numbersShown: boolean;
    content: { figures: { set: string; name: string; value: number | null; n: number | null }[] };
    refusal: { rule: string; periods: string[]; reason: string } | null;
    contentHash: string | null;
  } | null;
  document: {
    hash: string;
    supersedes: string | null;
    approval: { selfApproved: boolean };
    figures: { set: string; name: string; value: number | null; n: number | null }[];
  } | null;
  approverFromAuthor: boolean | null;
  authorFromApprover: boolean | null;
  may: { approve: boolean; why: string | null };
}

let made = 0;

/** A draft of a year's induction courses, changed as asked. */
export async function draftBy(person: SignedIn, change: object = {}): Promise<string> {
  const body = {
    title: 'Outcomes of 2025',
    slug: `outcomes-${process.pid}-${(made += 1)}`,
    period: '2025',
    kind: 'induction',
    charts: ['mean-before-after'],
    figures: ['starters.response', 'completers.response', 'completers.percentReductionOfMeans'],
    ...change,
  };
  const { body: answered } = await answer(person.post('/v1/publications', body).expect(201));
  return (answered as { id: string }).id;
}

export async function detailOf(person: SignedIn, id: string): Promise<Detail> {
  const { body } = await answer(person.get(`/v1/publications/${id}`).expect(200));
  return body as Detail;
}

/** Approves what the preview says now; nothing is expected of the answer. */
export async function approve(person: SignedIn, id: string) {
  const { preview } = await detailOf(person, id);
  const contentHash = preview?.contentHash ?? '0'.repeat(64);
  return answer(person.post(`/v1/publications/${id}/approval`, { contentHash }));
}

/** Withdraws what is public; nothing is expected of the answer. */
export function withdraw(person: SignedIn, id: string, reason = 'A score was wrong.') {
  return person.post(`/v1/publications/${id}/withdrawal`, { reason });
}

/** The document as it was frozen; empty where nothing was published. */
export async function bytesOf({ database }: TestApp, id: string): Promise<string> {
  const rows = await database.owner.query<{ document: string }[]>(
    'SELECT document FROM published_document WHERE id = $1',
    [id],
  );
  return rows[0]?.document ?? '';
}
