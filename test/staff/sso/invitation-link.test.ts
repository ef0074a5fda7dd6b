import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { PASSWORD, type TestClinic } from '../../support/clinic.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import { accountAt, beginSso, inviteTo, linkedPerson, sendSso, SITE, inNewClinics } from '../../support/sso.js';
import type { TestApp } from '../../support/test-app.js';

let provider: IdentityProvider;
let app: TestApp;
let clinic: TestClinic;
inNewClinics((stage) => {
  ({ provider, app, clinic } = stage);
});

const redeem = (token: string) =>
  request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD });

/** Opens the link, presses "Sign in with ..." and comes back. */
async function through(invitation: string, id: string) {
  const way = await beginSso(app, invitation);
  return answer(sendSso(app, way, await provider.follow(way.address, SITE, id)));
}

describe('the link of an invitation', () => {
  test('lets its person in with any account at the provider, whether or not an address is checked there', async () => {
    const { staffId, invitation } = await inviteTo(clinic.director, accountAt(provider).email);
    const { id } = accountAt(provider, { email: 'private@example.com', email_verified: false });
    const sent = await through(invitation, id);
    expect(sent).toMatchObject({ status: 200, body: { staff: { id: staffId } } });
    expect(await auditedOf(app, sent.headers)).toMatchObject([{ action: 'sso.linked' }, { action: 'session.started' }]);
    await redeem(invitation).expect(404);
    await request(app.url).post('/v1/session/sso/options').send({ invitation }).expect(404);
  });

  test('is not used up by who does not come back, and is good for one of password and provider', async () => {
    const { invitation } = await inviteTo(clinic.director, accountAt(provider).email);
    const way = await beginSso(app, invitation);
    const search = await provider.follow(way.address, SITE, accountAt(provider).id);
    await redeem(invitation).expect(200);
    expect((await sendSso(app, way, search)).status).toBe(401);
  });

  test('takes no account that is somebody’s already: one person does not become another', async () => {
    const { person, account } = await linkedPerson(app, provider, clinic.director);
    const { invitation } = await inviteTo(clinic.director, accountAt(provider).email, 'director');
    expect((await through(invitation, account)).status).toBe(401);
    await person.get('/v1/session').expect(200);
    await redeem(invitation).expect(200);
  });

  test('for a new password begins nothing: an account that is in use is linked by who is signed in', async () => {
    const made = await clinic.director.post(`/v1/staff/${clinic.clinician.id}/one-time-link`).expect(201);
    const invitation = (made.body as { link: string }).link.split('#')[1];
    await request(app.url).post('/v1/session/sso/options').send({ invitation }).expect(409);
    await request(app.url).post('/v1/session/sso/options').send({ invitation: 'x' }).expect(422);
  });
});
