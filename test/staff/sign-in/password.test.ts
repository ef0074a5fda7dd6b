import { expect, test } from '@jest/globals';
import { hashPassword, passwordMatches } from '../../../src/staff/sign-in/password.js';

test('a password matches its own hash and no other', async () => {
  const hash = await hashPassword('a long sentence');
  expect(await passwordMatches(hash, 'a long sentence')).toBe(true);
  expect(await passwordMatches(hash, 'a long sentence.')).toBe(false);
});

test('the same password gets another hash each time', async () => {
  expect(await hashPassword('a long sentence')).not.toBe(await hashPassword('a long sentence'));
});

// OWASP's password storage cheat sheet: argon2id with at least 19 MiB, two passes and one lane.
test('a hash is argon2id with 19 MiB, two passes and one lane', async () => {
  expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
});

test('without a hash no password matches', async () => {
  expect(await passwordMatches(null, '')).toBe(false);
  expect(await passwordMatches(null, 'a long sentence')).toBe(false);
});
