import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import request from 'supertest';
import { answer } from './answer.js';
import { SignedIn, testClinic, type TestClinic } from './clinic.js';
import { IdentityProvider, type Claims } from './identity-provider.js';
import { testApp, type TestApp } from './test-app.js';

/** Where people say that the service is. */
export const SITE = 'https://outcomes.example.org';

/** A provider that answers, and a service whose people sign in there. */
async function startSso(): Promise<{ provider: IdentityProvider; app: TestApp; stop: () => Promise<void> }> {
  const provider = (await IdentityProvider.start()).serve(SITE);
  const app = await testApp({ PUBLIC_URL: SITE, ...provider.settings });
  const stop = async () => {
    await app.close();
    await provider.stop();
  };
  return { provider, app, stop };
}

export interface SsoStage {
  provider: IdentityProvider;
  app: TestApp;
  clinic: TestClinic;
}

/** A provider and a service for all tests of a file. @param prepare Is given them with a new clinic, before each. */
export function inNewClinics(prepare: (stage: SsoStage) => void | Promise<void>): void {
  let sso: Awaited<ReturnType<typeof startSso>>;
  beforeAll(async () => {
    sso = await startSso();
  });
  afterAll(() => sso.stop());
  beforeEach(async () => prepare({ ...sso, clinic: await testClinic(sso.app) }));
}

/** A browser that is on its way: what it keeps, and where it was sent. */
export interface Way {
  cookie: string;
  address: string;
}

/** Presses "Sign in with ...". @param invitation Secret of its link, where that is open. */
export async function beginSso(app: TestApp, invitation?: string): Promise<Way> {
  const sent = await request(app.url).post('/v1/session/sso/options').send({ invitation }).expect(200);
  return { cookie: cookieOf(sent.headers), address: (sent.body as { address: string }).address };
}

/** What a browser keeps of an answer, and sends with the next request. */
export function cookieOf(headers: unknown): string {
  const [cookie = ''] = (headers as Record<string, string[] | undefined>)['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}

/** Is sent back by the provider, and shows the service what it brought. */
export function sendSso(app: TestApp, { cookie }: Pick<Way, 'cookie'>, search: string) {
  return request(app.url).post('/v1/session/sso').set('Cookie', cookie).send({ search });
}

/** The whole way, up to the answer of the service. */
export async function throughSso(app: TestApp, provider: IdentityProvider, account: string) {
  const way = await beginSso(app);
  return sendSso(app, way, await provider.follow(way.address, app.environment.publicUrl ?? SITE, account));
}

/** The session that an answer began. */
export function sessionOf(app: TestApp, { headers, body }: { headers: unknown; body: unknown }): SignedIn {
  const cookies = (headers as Record<string, string[] | undefined>)['set-cookie'] ?? [];
  const cookie = cookies.find((one) => one.includes('cudos-session=')) ?? '';
  const { staff } = body as { staff: { id: string; email: string } };
  return new SignedIn(app.url, cookie.split(';')[0] ?? '', staff.id, staff.email);
}

let made = 0;

/** An account at the provider, of an address of its own unless a test says otherwise. */
export function accountAt(provider: IdentityProvider, claims: Claims = {}): { id: string; email: string } {
  const id = `account-${process.pid}-${(made += 1)}`;
  const email = `person-${process.pid}-${made}@example.org`;
  provider.accounts.set(id, { email, email_verified: true, ...claims });
  return { id, email: claims.email ?? email };
}

/** @returns The id of the person who is invited, and the secret of the link. */
export async function inviteTo(
  director: SignedIn,
  email: string,
  role = 'clinician',
): Promise<{ staffId: string; invitation: string }> {
  const { body } = await answer(director.post('/v1/staff', { name: 'Kim', email, role }).expect(201));
  const { staff, link } = body as { staff: { id: string }; link: string };
  return { staffId: staff.id, invitation: link.split('#')[1] ?? '' };
}

/** A person who was invited and came by the provider, signed in, and their account there. */
export async function linkedPerson(
  app: TestApp,
  provider: IdentityProvider,
  director: SignedIn,
  role = 'clinician',
): Promise<{ person: SignedIn; account: string }> {
  const { id, email } = accountAt(provider);
  await inviteTo(director, email, role);
  return { person: sessionOf(app, await answer(throughSso(app, provider, id))), account: id };
}
