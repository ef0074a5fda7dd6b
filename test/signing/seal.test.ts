import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../src/signing/canonical.js';
import { publicKeyOf, thumbprintOf } from '../../src/signing/public-key.js';
import { checkSeal, publishedKeyOf } from '../../src/signing/seal-check.js';
import { sealed, type UnsealedDocument } from '../../src/signing/seal.js';

/** The key of RFC 8037, appendix A.1. */
const D = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
const X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const key = createPrivateKey({
  key: { kty: 'OKP', crv: 'Ed25519', d: D, x: X },
  format: 'jwk',
});

describe('keys are as RFC 8037 shows them', () => {
  test('with the public half of appendix A.2 and the thumbprint of A.3', () => {
    expect(publicKeyOf(key)).toEqual({ kty: 'OKP', crv: 'Ed25519', x: X });
    const thumbprint = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
    expect(thumbprintOf(publicKeyOf(key))).toBe(thumbprint);
    expect(thumbprintOf(publicKeyOf(createPublicKey(key)))).toBe(thumbprint);
  });

  test('with the signature of appendix A.4', () => {
    const input = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    expect(sign(null, Buffer.from(input), key).toString('base64url')).toBe(
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
  });

  test('and a key of another kind is none', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => publicKeyOf(privateKey)).toThrow(TypeError);
  });
});

const content = {
  format: 'cudos-publication/1',
  id: '019a5c1e-8f00-7000-8000-000000000001',
  slug: 'outcomes',
  title: 'Outcomes, “first” year',
  figures: [{ value: 68, ci95: [64, null] }],
} as unknown as UnsealedDocument;
const bytes = Buffer.from(canonicalJson(sealed(content, key)));
const failures = (text: Uint8Array) => checkSeal(text).checks.filter(({ holds }) => !holds);

test('what was sealed holds in every part', () => {
  expect(checkSeal(bytes).checks.map(({ holds }) => holds)).toEqual([true, true, true, true]);
});

test('a changed byte anywhere fails, whichever it is', () => {
  for (let at = 0; at < bytes.length; at += 1) {
    for (const bit of [0x01, 0x20]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ bit;
      expect({ at, failed: failures(changed).length > 0 }).toEqual({ at, failed: true });
    }
  }
});

test.each([
  ['a line end after it', Buffer.concat([bytes, Buffer.from('\n')])],
  ['a mark of the byte order before it', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
  ['a byte less', bytes.subarray(0, -1)],
  ['a key twice', Buffer.from(bytes.toString().replace('{', '{"format":"cudos-publication/1",'))],
  ['white space', Buffer.from(JSON.stringify(JSON.parse(bytes.toString()), null, 1))],
  ['nothing', Buffer.from('')],
  ['a list', Buffer.from('[]')],
  ['no signature', Buffer.from(canonicalJson({ ...content, hash: 'x', signature: null }))],
])('%s fails', (_what, changed) => {
  expect(failures(changed).length).toBeGreaterThan(0);
});

test('another text for the same signature fails: its last letter has four bits that say nothing', () => {
  const text = bytes.toString();
  const value = sealed(content, key).signature.value;
  const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((letter) => value.slice(0, -1) + letter)
    .filter((other) => other !== value && Buffer.from(other, 'base64url').equals(Buffer.from(value, 'base64url')));
  expect(others).toHaveLength(15);
  for (const other of others) {
    expect(failures(Buffer.from(text.replace(value, other)))).toHaveLength(1);
  }
});

test('changed content sealed with a foreign key differs by the key alone', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const forged = Buffer.from(canonicalJson(sealed({ ...content, title: 'Better' }, privateKey)));
  const { document } = checkSeal(forged);
  expect(failures(forged)).toEqual([]);
  const [real, own] = [publicKeyOf(key), publicKeyOf(privateKey)];
  expect(document && publishedKeyOf(document, [real])).toBeNull();
  expect(document && publishedKeyOf(document, [real, own])).toEqual(own);
});
