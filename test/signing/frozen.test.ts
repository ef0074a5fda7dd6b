import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { publishedKeysIn } from '../../src/signing/public-key.js';
import { checkKey, checkSeal, documentAsSigned } from '../../src/signing/seal-check.js';

/** What the service signed of its sample clinic on 2026-11-29, and the keys it published; these bytes never change. */
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const bytes = fixture('closed-groups.signed.json');
const keys = publishedKeysIn(fixture('closed-groups.keys.signed.json').toString()) ?? [];

test('a publication of closed groups is still as it was signed, by the key of its clinic', () => {
  const { document, checks } = checkSeal(bytes);
  if (!document) throw new Error('It is a document.');
  const all = [...checks, ...checkKey(document, keys, 'a file')];
  expect(all).toHaveLength(7);
  for (const { what, holds } of all) expect([what, holds]).toEqual([what, true]);
  expect(documentAsSigned(bytes.toString(), [document.signature.publicKey.x]).slug).toBe('outcomes-2024-2026');
});

test('and not where it names another clinic, or another key of the same server signed it', () => {
  const changed = Buffer.from(bytes.toString().replace('Sample Ketamine Clinic', 'Sample Ketamine Clinics'));
  expect(checkSeal(changed).checks.every(({ holds }) => holds)).toBe(false);
  expect(() => documentAsSigned(bytes.toString(), ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'])).toThrow(
    'not what was signed',
  );
});
