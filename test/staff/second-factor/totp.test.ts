import { expect, test } from '@jest/globals';
import { newRecoveryCodes, withoutRecoveryCode } from '../../../src/staff/second-factor/recovery-codes.js';
import { newTotpSecret, timeStepOf } from '../../../src/staff/second-factor/totp.js';

/** The ASCII text 12345678901234567890 of RFC 6238, appendix B, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

// The last six of the eight digits that the table of appendix B shows for SHA-1, and its T as a decimal number.
test.each([
  [59, '287082', 0x1],
  [1111111109, '081804', 0x23523ec],
  [1111111111, '050471', 0x23523ed],
  [1234567890, '005924', 0x273ef07],
  [2000000000, '279037', 0x3f940aa],
])('at %i s the code of RFC 6238 is %s', async (seconds, code, step) => {
  expect(await timeStepOf(code, SECRET, at(seconds), null)).toBe(step);
});

test('a code is taken half a minute early or late, and not further off', async () => {
  // Step 1 is from 30 s to 59 s.
  for (const [seconds, step] of [
    [0, 1],
    [89, 1],
    [90, null],
    [120, null],
  ] as const) {
    expect([seconds, await timeStepOf('287082', SECRET, at(seconds), null)]).toEqual([seconds, step]);
  }
});

test('a code is not taken again, nor one from before it', async () => {
  expect(await timeStepOf('287082', SECRET, at(59), 0)).toBe(1);
  expect(await timeStepOf('287082', SECRET, at(59), 1)).toBeNull();
  expect(await timeStepOf('287082', SECRET, at(59), 2)).toBeNull();
});

test.each(['28708', '2870820', '28708a', '', '２８７０８２'])('"%s" is no code', async (typed) => {
  expect(await timeStepOf(typed, SECRET, at(59), null)).toBeNull();
});

test('an app is told the name of the service and of the person, and a secret of 160 bits', () => {
  const { secret, uri } = newTotpSecret('sam+1@example.org');
  // 160 bits are 32 signs of 5 bits.
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(uri).toBe(`otpauth://totp/CUDOS%20outcomes:sam%2B1%40example.org?secret=${secret}&issuer=CUDOS%20outcomes`);
});

test('of ten recovery codes each is good once, however it is typed', () => {
  const { codes, hashes } = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  const typed = (codes[3] ?? '').replaceAll('-', '').toUpperCase();
  const left = withoutRecoveryCode(hashes, typed);
  expect(left).toHaveLength(9);
  expect(withoutRecoveryCode(left ?? [], typed)).toBeNull();
  expect(withoutRecoveryCode(hashes, '0'.repeat(16))).toBeNull();
});
