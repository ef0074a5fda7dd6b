import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../src/signing/canonical.js';
import { publicKeyOf, thumbprintOf } from '../../src/signing/public-key.js';
import { checkKey, checkSeal, publishedKeyOf } from '../../src/signing/seal-check.js';
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
/** The document with other parts in its signature, which the signature does not cover. */
function withSignature(parts: object): Buffer {
  const document = sealed(content, key);
  return Buffer.from(canonicalJson({ ...document, signature: { ...document.signature, ...parts } }));
}
/** With a part, well signed, that is nested so deeply that looking at it uses up the stack. */
function nested(opening: string, closing: string): Buffer {
  const deep = opening.repeat(10_000) + '0' + closing.repeat(10_000);
  return Buffer.from(bytes.toString().replace('"figures":', `"deep":${deep},"figures":`));
}
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
  ['a member added to the signature', withSignature({ note: 'checked by the FDA' })],
  ['a member added to the key', withSignature({ publicKey: { ...publicKeyOf(key), use: 'sig' } })],
  ['a member less in the signature', withSignature({ algorithm: undefined })],
  ['lists in lists, ten thousand deep', nested('[', ']')],
  ['objects in objects, ten thousand deep', nested('{"a":', '}')],
  ['a number out of range', Buffer.from(bytes.toString().replace('68', '1e999'))],
  ['half of a surrogate pair', Buffer.from(bytes.toString().replace('Outcomes', String.raw`\ud800`))],
  ['bytes that are not UTF-8', Buffer.concat([bytes.subarray(0, 40), Buffer.from([0xff, 0xfe]), bytes.subarray(40)])],
  ['a slug that writes to the terminal', Buffer.from(canonicalJson(sealed({ ...content, slug: 'x\u001b[2J' }, key)))],
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

describe('a key proves a document', () => {
  const approved = { ...content, clinic: { name: 'Riverside' }, approval: { at: '2026-03-20T17:00:00.000Z' } };
  const { document } = checkSeal(Buffer.from(canonicalJson(sealed(approved as unknown as UnsealedDocument, key))));
  if (!document) throw new Error('It is a document.');
  const published = { ...publicKeyOf(key), clinics: ['Riverside'] };
  const holds = (changed: object) =>
    checkKey(document, [{ ...published, ...changed }], 'a file').every((check) => check.holds);

  test.each([
    ['of its clinic, while it is in use', {}, true],
    ['that was retired later', { retiredAt: '2026-03-20T17:00:00.001Z' }, true],
    ['that was retired at that instant, by the next approval', { retiredAt: '2026-03-20T17:00:00.000Z' }, true],
    ['that had been retired before', { retiredAt: '2026-03-20T16:59:59.999Z' }, false],
    ['of a clinic that had this name, too', { clinics: ['Lakeside', 'Riverside'] }, true],
    ['of another clinic of the same server', { clinics: ['Lakeside'] }, false],
    ['of a clinic that published nothing', { clinics: [] }, false],
    ['that was revoked, of a document of its clinic', revokedWith([document.hash]), true],
    ['that was revoked, of a document that its clinic never published', revokedWith(['a'.repeat(64)]), false],
    ['that was revoked, where nobody says of which documents', revokedWith(undefined), false],
  ])('%s: %j %s', (_what, changed, expected) => {
    expect(holds(changed)).toBe(expected);
  });

  function revokedWith(documents: string[] | undefined): object {
    return { retiredAt: '2026-04-01T00:00:00.000Z', revokedAt: '2026-04-01T00:00:00.000Z', documents };
  }
});
