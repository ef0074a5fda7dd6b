import { beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { COMMAND_LINE } from '../../../src/staff/sessions/actor.js';
import { StaffService } from '../../../src/staff/people/staff.service.js';
import { answer } from '../../support/answer.js';
import { colleague, invite, PASSWORD, signIn, type SignedIn } from '../../support/clinic.js';
import { clinicStage } from '../clinic-stage.js';
import { approve, detailOf, draftBy } from '../drafts.js';

const DAY = 24 * 60 * 60_000;
const stage = clinicStage();

/** The test clock begins on 2026-03-20 in Denver; seven days later is 2026-03-27. */
describe('somebody else approves, and not with an account that the author has just made', () => {
  let author: SignedIn;
  let draft: string;
  beforeEach(async () => {
    author = stage.clinic.director;
    draft = await draftBy(author);
  });

  const change = (id: string, version: number, body: object) =>
    author.patch(`/v1/staff/${id}`, body).set('If-Match', `"${version}"`).expect(200);
  const redeem = (link: string) =>
    request(stage.app.url)
      .post('/v1/one-time-links/redemption')
      .send({ token: link.split('#')[1], password: PASSWORD })
      .expect(200);

  const ways: [string, () => Promise<SignedIn>][] = [
    ['invited', () => invite(stage.app, author, 'director', `new-${stage.clinic.id}@example.org`)],
    [
      'given a new password',
      async () => {
        const other = await colleague(stage.app, stage.clinic, 'director', 'Other');
        const { body } = await answer(author.post(`/v1/staff/${other.id}/one-time-link`).expect(201));
        await redeem((body as { link: string }).link);
        return signIn(stage.app, other.email);
      },
    ],
    [
      'made a director',
      async () => {
        await change(stage.clinic.clinician.id, 2, { role: 'director' });
        return signIn(stage.app, stage.clinic.clinician.email);
      },
    ],
    [
      'activated again',
      async () => {
        const other = await colleague(stage.app, stage.clinic, 'director', 'Other');
        await change(other.id, 2, { status: 'deactivated' });
        await change(other.id, 3, { status: 'active' });
        return signIn(stage.app, other.email);
      },
    ],
  ];
  test.each(ways)('one who was %s approves from the eighth day on, which the clinic sees', async (_how, come) => {
    const fresh = await come();
    const { may } = await detailOf(fresh, draft);
    expect(may).toEqual({ approve: false, why: expect.stringContaining('you approve from 27 Mar 2026 on') });
    expect((await approve(fresh, draft)).status).toBe(409);
    stage.app.clock.advance(7 * DAY);
    expect((await approve(await signIn(stage.app, fresh.email), draft)).status).toBe(200);
    expect((await detailOf(await signIn(stage.app, fresh.email), draft)).approverFromAuthor).toBe(true);
    stage.app.clock.advance(-7 * DAY);
  });

  test('one whose link to the identity provider somebody removed approves as before', async () => {
    const other = await colleague(stage.app, stage.clinic, 'director', 'Other');
    await stage.app.database.owner.query(
      `INSERT INTO sso_identity (identity_hash, clinic_id, staff_id, issuer, linked_at)
       VALUES (sha256(uuid_send($2)), $1, $2, 'https://login.example.org', now())`,
      [stage.clinic.id, other.id],
    );
    await author.delete(`/v1/staff/${other.id}/sso`).expect(204);
    expect((await approve(await signIn(stage.app, other.email), draft)).status).toBe(200);
    expect((await detailOf(author, draft)).approverFromAuthor).toBe(false);
  });

  test('one who has a link of the person who runs the server approves at once', async () => {
    const other = await colleague(stage.app, stage.clinic, 'director', 'Other');
    const { id: clinicId } = stage.clinic;
    const at = stage.app.clock.now();
    const actor = {
      clinicId,
      staffId: COMMAND_LINE,
      role: 'director',
      requestId: 'command',
      address: null,
      at,
    } as const;
    const { link } = await stage.app.app.get(StaffService, { strict: false }).makeLink(actor, other.id);
    await redeem(link);
    expect((await approve(await signIn(stage.app, other.email), draft)).status).toBe(200);
    expect((await detailOf(author, draft)).approverFromAuthor).toBe(false);
  });
});

test('a draft of somebody to whom its approver has just given access is published, and says so', async () => {
  const { director } = stage.clinic;
  const fresh = await invite(stage.app, director, 'marketing', `author-${stage.clinic.id}@example.org`);
  const soon = await draftBy(fresh, { slug: `soon-${stage.clinic.id}` });
  const later = await draftBy(fresh, { slug: `later-${stage.clinic.id}` });
  expect((await approve(director, soon)).status).toBe(200);
  expect(await detailOf(director, soon)).toMatchObject({ approverFromAuthor: false, authorFromApprover: true });
  stage.app.clock.advance(7 * DAY);
  const again = await signIn(stage.app, director.email);
  expect((await approve(again, later)).status).toBe(200);
  expect((await detailOf(again, later)).authorFromApprover).toBe(false);
  stage.app.clock.advance(-7 * DAY);
});
