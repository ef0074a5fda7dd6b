import { expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { signIn, type TestClinic } from '../../support/clinic.js';
import {
  accountAt,
  beginSso,
  inviteTo,
  linkedPerson,
  sendSso,
  sessionOf,
  SITE,
  inNewClinics,
  throughSso,
  type SsoStage,
} from '../../support/sso.js';
import { approve, detailOf, draftBy } from '../drafts.js';
import { closedYear } from '../series.js';

const DAY = 24 * 60 * 60_000;
let sso: SsoStage;
let clinic: TestClinic;
inNewClinics(async (stage) => {
  sso = stage;
  ({ clinic } = stage);
  await closedYear(sso.app, clinic);
});

/** Comes by the provider, with the secret of a one-time link or without. */
async function arrive(account: string, link?: string) {
  const { app, provider } = sso;
  const way = await beginSso(app, link);
  return sessionOf(app, await answer(sendSso(app, way, await provider.follow(way.address, SITE, account)).expect(200)));
}

const ways: [string, () => Promise<{ account: string; first: Awaited<ReturnType<typeof arrive>> }>][] = [
  [
    'the checked address of an invitation',
    async () => {
      const { id, email } = accountAt(sso.provider);
      await inviteTo(clinic.director, email, 'director');
      return { account: id, first: await arrive(id) };
    },
  ],
  [
    'the link of an invitation',
    async () => {
      const { id, email } = accountAt(sso.provider, { email_verified: false });
      const { invitation } = await inviteTo(clinic.director, email, 'director');
      return { account: id, first: await arrive(id, invitation) };
    },
  ],
  [
    'a link in place of an account at the provider that was removed',
    async () => {
      const { app, provider } = sso;
      const { director } = clinic;
      const { person } = await linkedPerson(app, provider, director, 'director');
      app.clock.advance(8 * DAY);
      const again = await author();
      await again.patch('/v1/clinic', { breakGlassDirectorId: director.id }).set('If-Match', '"1"').expect(200);
      await again.delete(`/v1/staff/${person.id}/sso`).expect(204);
      const { body } = await answer(again.post(`/v1/staff/${person.id}/one-time-link`).expect(201));
      const { id } = accountAt(provider);
      return { account: id, first: await arrive(id, (body as { link: string }).link.split('#')[1]) };
    },
  ],
];

/** The author, signed in again: the clock has moved on. */
const author = () => signIn(sso.app, clinic.director.email);

test.each(ways)('one who came by %s of the author approves from the eighth day on', async (_way, come) => {
  const { app, provider } = sso;
  const { account, first } = await come();
  const draft = await draftBy(await author());
  expect((await detailOf(first, draft)).may.approve).toBe(false);
  expect((await approve(first, draft)).status).toBe(409);
  app.clock.advance(7 * DAY);
  const later = sessionOf(app, await answer(throughSso(app, provider, account)));
  expect((await approve(later, draft)).status).toBe(200);
  expect((await detailOf(later, draft)).approverFromAuthor).toBe(true);
});
