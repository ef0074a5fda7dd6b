import request from 'supertest';
import type { ClinicTransaction } from '../../src/database/transaction.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { newId } from '../../src/http/ids.js';
import { SigningKeyService } from '../../src/signing/signing-key.service.js';
import { ClinicService } from '../../src/staff/clinic/clinic.service.js';
import { OneTimeLinkService } from '../../src/staff/links/one-time-link.service.js';
import { StaffRepository } from '../../src/staff/people/staff.repository.js';
import type { Role } from '../../src/staff/sessions/actor.js';
import { sessionCookieName } from '../../src/staff/sessions/session-cookie.js';
import { SessionService } from '../../src/staff/sessions/session.service.js';
import { hashPassword } from '../../src/staff/sign-in/password.js';
import type { TestApp } from './test-app.js';

export const PASSWORD = 'a long sentence is a good password';

let made = 0;

/** A request with the session of a person; reads like supertest. */
export class SignedIn {
  constructor(
    private readonly url: string,
    readonly cookie: string,
    readonly id: string,
    readonly email: string,
  ) {}

  get(path: string) {
    return request(this.url).get(path).set('Cookie', this.cookie);
  }

  post(path: string, body: object | string = {}) {
    return request(this.url).post(path).set('Cookie', this.cookie).send(body);
  }

  put(path: string, body: object | string) {
    return request(this.url).put(path).set('Cookie', this.cookie).send(body);
  }

  patch(path: string, body: object | string) {
    return request(this.url).patch(path).set('Cookie', this.cookie).send(body);
  }

  delete(path: string) {
    return request(this.url).delete(path).set('Cookie', this.cookie);
  }

  /** Records a first score. */
  score(courseId: string, slot: string, total: number, assessedOn: string) {
    return this.put(`/v1/courses/${courseId}/assessments/${slot}`, { total, assessedOn }).set('If-None-Match', '*');
  }
}

/** A clinic with a person of each role, signed in. */
export interface TestClinic {
  id: string;
  name: string;
  director: SignedIn;
  clinician: SignedIn;
  marketing: SignedIn;
}

/** Of `PASSWORD`, made once: it is as slow as it is meant to be. */
const passwordHash = hashPassword(PASSWORD);

/** Makes a clinic as set-up, invitations and sign-ins leave it, which have tests of their own and take ten times as long. */
export async function testClinic(testing: TestApp, { timeZone = 'America/Denver' } = {}): Promise<TestClinic> {
  const { app, clock } = testing;
  const number = (made += 1);
  const name = `Clinic ${process.pid}-${number}`;
  const clinicId = newId();
  return app.get(TransactionService).run(clinicId, async (transaction) => {
    const clinics = app.get(ClinicService, { strict: false });
    await clinics.make(transaction, clinics.plan(name, timeZone, clinicId), 'test');
    await app.get(SigningKeyService, { strict: false }).make(transaction, clock.now());
    const signedIn = (role: Role, called: string, version: number) =>
      colleagueIn(testing, transaction, {
        role,
        name: called,
        version,
        email: `${role}-${process.pid}-${number}@example.org`,
      });
    const director = await signedIn('director', 'Dana', 1);
    // Invited, and then active.
    const clinician = await signedIn('clinician', 'clinician', 2);
    const marketing = await signedIn('marketing', 'marketing', 2);
    return { id: clinicId, name, director, clinician, marketing };
  });
}

/** Another person of a clinic, who has been there for long, signed in. */
export function colleague(testing: TestApp, { id }: TestClinic, role: Role, name: string): Promise<SignedIn> {
  const email = `colleague-${process.pid}-${(made += 1)}@example.org`;
  return testing.app
    .get(TransactionService)
    .run(id, (transaction) => colleagueIn(testing, transaction, { role, name, version: 2, email }));
}

async function colleagueIn(
  { app, url, clock, environment }: TestApp,
  transaction: ClinicTransaction,
  person: { role: Role; name: string; version: number; email: string },
): Promise<SignedIn> {
  const at = clock.now();
  const row = {
    ...person,
    clinicId: transaction.clinicId,
    id: newId(),
    status: 'active',
    passwordHash: await passwordHash,
    lastSignedInAt: at,
    changedAt: at,
    changedBy: null,
    requestId: 'test',
  } as const;
  await app.get(StaffRepository, { strict: false }).insert(transaction, row);
  const { token } = await app.get(SessionService, { strict: false }).begin(transaction, row, undefined);
  return new SignedIn(url, `${sessionCookieName(environment)}=${token}`, row.id, person.email);
}

/** The secret of a fresh set-up link, as the first start prints it. */
export async function setupToken({ app }: TestApp): Promise<string> {
  const transactions = app.get(TransactionService);
  const { link } = await transactions.runGlobal((transaction) =>
    app.get(OneTimeLinkService, { strict: false }).make(transaction, 'setup', null, {
      staffId: null,
      requestId: 'test',
    }),
  );
  return link.split('#')[1] ?? '';
}

export async function invite(app: TestApp, director: SignedIn, role: Role, email: string): Promise<SignedIn> {
  const invitation = await director.post('/v1/staff', { name: role, email, role }).expect(201);
  const token = (invitation.body as { link: string }).link.split('#')[1];
  await request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD }).expect(200);
  return signIn(app, email);
}

export async function signIn(app: TestApp, email: string, password = PASSWORD): Promise<SignedIn> {
  const response = await request(app.url).post('/v1/session').send({ email, password }).expect(200);
  const [cookie = ''] = (response.headers['set-cookie'] as unknown as string[]) ?? [];
  const { staff } = response.body as { staff: { id: string } };
  return new SignedIn(app.url, cookie.split(';')[0] ?? '', staff.id, email);
}

/** A patient with one course, and the ids of both. */
export async function testCourse(
  person: SignedIn,
  { startedOn = '2026-03-02', kind = 'induction', ...rest }: Record<string, unknown> = {},
): Promise<{ patientId: string; courseId: string; chartNumber: string }> {
  // As wide in every process, so that what fits a telephone does so in each.
  const chartNumber = `T-${String(process.pid).padStart(5, '0')}-${String((made += 1)).padStart(4, '0')}`;
  const patient = await person.post('/v1/patients', { chartNumber }).expect(201);
  const { id: patientId } = patient.body as { id: string };
  const course = await person.post(`/v1/patients/${patientId}/courses`, { startedOn, kind, ...rest }).expect(201);
  return { patientId, courseId: (course.body as { id: string }).id, chartNumber };
}
