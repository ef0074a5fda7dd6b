import argon2 from 'argon2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { whyEasyToGuess } from '../../src/staff/sign-in/common-passwords.js';
import { answer } from '../support/answer.js';
import { PASSWORD, signIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

test.each([
  ...['            ', '\u00a0'.repeat(12), 'aaaaaaaaaaaa', 'abababababab', '............', '121212121212'],
  ...[
    'password1234',
    'Password2026!',
    'P@ssw0rd1234',
    'passwordpassword',
    'welcome12345',
    'ILoveYou2026',
    'iloveyou iloveyou',
  ],
  ...[
    'qwertyuiop12',
    'qwertyuiopas',
    '123456789012',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'abcdefghijkl',
    '987654321098',
    'asdfghjkl;123',
  ],
  ...[
    'administrator',
    'thisismypassword',
    'Summer2026!!',
    'letmein12345',
    'changeme1234',
    'CUDOS Clinic 2026',
    'ｐａｓｓｗｏｒｄ１２３４',
  ],
  // Of the list of leaked ones, as they are, with a year or signs around them, or twice.
  ...[
    'polniypizdec0211',
    'THECAKEISALIE',
    'the cake is a lie',
    'Liverpool2026!',
    '!!metallica!!!',
    'liverpoolliverpool',
  ],
])('%j is easy to guess', (password) => {
  expect(whyEasyToGuess(password)).toMatch(/^[A-Z].*\.$/);
});

test.each([
  ...[
    PASSWORD,
    'another sentence altogether',
    'correct horse battery',
    'Rain on the tin roof at 5',
    'tZ8$kq!vR2mW',
    'Überraschung im Garten',
  ],
  ...['梅雨が明けたらまた会いましょうね', 'b0at-harbour-lamp', 'x7Kp02mQ94rTz', 'my passport drinks cold rain'],
  // More than a year around a name that is on the list, or more words.
  ...['liverpool 483920', 'liverpool metallica rain'],
])('%j is not', (password) => {
  expect(whyEasyToGuess(password)).toBeNull();
});

const change = (person: TestClinic['director'], newPassword: string) =>
  person.put('/v1/account/password', { currentPassword: PASSWORD, newPassword });

describe('a password that is refused says why', () => {
  test.each([
    ['            ', /different characters/],
    ['password1234', /Many people/],
  ])('%j', async (password, words) => {
    const { body } = await answer(change(clinic.director, password).expect(422));
    expect(body).toMatchObject({ errors: [{ pointer: '/newPassword', message: expect.stringMatching(words) }] });
  });

  test('the own address, and little more', async () => {
    const { email } = clinic.director;
    for (const password of [email, email.toUpperCase(), `${email}1`, ` ${email}!! `]) {
      const { body } = await answer(change(clinic.director, password).expect(422));
      expect(body).toMatchObject({ errors: [{ pointer: '/newPassword', rule: 'own-name' }] });
    }
  });
});

test('a password that is the own address backward, or with a tag, is refused', async () => {
  const { clinician } = await testClinic(app);
  for (const password of [[...clinician.email].reverse().join(''), clinician.email.replace('@', '+clinic@')]) {
    const { body } = await answer(change(clinician, password).expect(422));
    expect(body).toMatchObject({ errors: [{ pointer: '/newPassword', rule: 'own-name' }] });
  }
});

test('a password is the same however its letters were typed', async () => {
  const { clinician } = await testClinic(app);
  // The e with its accent as two code points, and a ligature; then as one, and as two letters.
  await change(clinician, 'un cafe\u0301 \ufb01lter s il vous plait').expect(204);
  await signIn(app, clinician.email, 'un caf\u00e9 filter s il vous plait');
  await signIn(app, clinician.email, 'un cafe\u0301 \ufb01lter s il vous plait');
});

test('a password of before, hashed as it was typed, goes on working', async () => {
  const { clinician } = await testClinic(app);
  const typed = 'un cafe\u0301 s il vous plait';
  const hash = await argon2.hash(typed, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 });
  await app.database.owner.query('UPDATE staff SET password_hash = $1 WHERE id = $2', [hash, clinician.id]);
  await signIn(app, clinician.email, typed);
});

test('no password is hashed for a link that is none', async () => {
  const token = 'x'.repeat(43);
  const send = (path: string, body: object) => request(app.url).post(path).send(body).expect(404);
  const person = { name: 'Dana', email: 'dana@example.org', password: PASSWORD };
  await send('/v1/one-time-links/redemption', { token, password: PASSWORD });
  await send('/v1/setup', { token, clinic: { name: 'Riverside', timeZone: 'America/Denver' }, director: person });
});

describe('the address of a new person', () => {
  test.each([
    ...['da\u200bna', '\u202eanad', 'da\u00adna', 'd\u200dana', 'da\u034fna', 'da\ufe0fna', '\u3164dana', 'dana\u2800'],
    // The e with its accent as two code points looks like the e that has one, and a wide letter like a narrow one.
    ...['re\u0301ne', '\uff44ana'],
    // The dot over an i or a j is lost in the one that is there; a capital with a dot becomes these when written small.
    ...['\u0130lker', 'i\u0307lker', 'daj\u0307na'],
  ])('is refused with what can’t be seen, or looks like another one: %j', async (local) => {
    for (const email of [`${local}@example.org`, `dana@${local}.example.org`]) {
      const sent = clinic.director.post('/v1/staff', { name: 'Dana', email, role: 'clinician' });
      const { body } = await answer(sent.expect(422));
      expect(body).toMatchObject({ errors: [{ pointer: '/email' }] });
    }
  });

  test('may have any letters that are seen', async () => {
    const email = 'r\u00e9ne@example.org';
    await clinic.director.post('/v1/staff', { name: 'R\u00e9ne', email, role: 'clinician' }).expect(201);
  });
});

describe('names, titles and reasons', () => {
  test.each([
    'Da\u200bna',
    '\u202eanaD',
    'Da\ufeffna',
    'Da\u00adna',
    '\u2066Dana\u2069',
    'D\u200dana',
    'Dana-\u200dKim',
    '\u3164',
    '\u2800',
    'Dana\u{e0041}',
  ])('with what can’t be seen are refused: %j', async (name) => {
    const sent = clinic.director.post('/v1/staff', { name, email: 'new@example.org', role: 'clinician' });
    const { body } = await answer(sent.expect(422));
    expect(body).toMatchObject({ errors: [{ pointer: '/name', message: expect.stringMatching(/can’t be seen/) }] });
    const patient = { chartNumber: 'V-1', overrideReason: `because ${name}` };
    const { body: refused } = await answer(clinic.director.post('/v1/patients', patient).expect(422));
    expect(refused).toMatchObject({ errors: [{ pointer: '/overrideReason' }] });
  });

  test.each([
    'Müller-Lüdenscheidt',
    'علی\u200cرضا',
    'क\u094d\u200dष',
    '佐藤 花子',
    'O’Neill',
    'Ana ❤\ufe0f',
    '👩\u200d⚕\ufe0f Lee',
  ])('of every script are taken: %s', async (name) => {
    const email = `n${Buffer.from(name).toString('hex')}@example.org`.slice(-60);
    await clinic.director.post('/v1/staff', { name, email, role: 'clinician' }).expect(201);
  });
});

test('nobody is treated by marketing or by who left; who treated before stays', async () => {
  const { director, clinician, marketing } = await testClinic(app);
  const { body: patient } = await answer(clinician.post('/v1/patients', { chartNumber: 'C-1' }).expect(201));
  const courses = `/v1/patients/${(patient as { id: string }).id}/courses`;
  const begin = (clinicianId: string) =>
    clinician.post(courses, { kind: 'induction', startedOn: '2026-03-02', clinicianId });
  const { body: refused } = await answer(begin(marketing.id).expect(422));
  expect(refused).toMatchObject({ errors: [{ pointer: '/clinicianId', rule: 'clinician-unknown' }] });
  const { body: course } = await answer(begin(clinician.id).expect(201));
  const address = `/v1/courses/${(course as { id: string }).id}`;
  await director.patch(address, { clinicianId: marketing.id }).set('If-Match', '"1"').expect(422);
  await director.patch(`/v1/staff/${clinician.id}`, { status: 'deactivated' }).set('If-Match', '"2"').expect(200);
  await director.patch(address, { indication: 'ptsd', clinicianId: clinician.id }).set('If-Match', '"1"').expect(200);
  await director.post(courses, { kind: 'maintenance', startedOn: '2026-03-03', clinicianId: clinician.id }).expect(422);
});
