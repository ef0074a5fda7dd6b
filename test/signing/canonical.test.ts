import { describe, expect, test } from '@jest/globals';
import { canonicalJson, hashOf } from '../../src/signing/canonical.js';

/** The double with these 64 bits. */
function double(hex: string): number {
  return Buffer.from(hex, 'hex').readDoubleBE();
}

describe('JSON is written as RFC 8785 says', () => {
  // Section 3.2.2 and 3.2.4: the sample and its bytes.
  test('for the sample of the document, byte for byte', () => {
    const sample = `{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`;
    const bytes = `
      7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
      75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
      5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
      65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
      5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
      30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`;
    const written = Buffer.from(canonicalJson(JSON.parse(sample)));
    expect(written.toString('hex')).toBe(bytes.replace(/\s/g, ''));
  });

  // Section 3.2.3: keys are sorted by UTF-16 units, not by code points.
  test('with the keys in the order of the document', () => {
    const sample = `{
      "\\u20ac": "Euro Sign", "\\r": "Carriage Return",
      "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
      "\\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const order = [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ];
    const written = canonicalJson(JSON.parse(sample));
    expect([...written.matchAll(/:"([^"]+)"/g)].map(([, value]) => value)).toEqual(order);
  });

  // Appendix B.
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('with the number %s as %s', (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text);
  });

  test.each(['7fffffffffffffff', '7ff0000000000000'])('and not for %s, which is none', (hex) => {
    expect(() => canonicalJson([double(hex)])).toThrow(TypeError);
  });

  // Section 3.2.2.2: a lone surrogate is an error.
  test.each(['\ud800', 'a\udead', '\udc00\ud800'])('and not for half of a pair: %j', (text) => {
    expect(() => canonicalJson({ text })).toThrow(TypeError);
    expect(() => canonicalJson({ [text]: 1 })).toThrow(TypeError);
  });

  test('a member without a value is left out; nothing else that JSON lacks is taken', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
    for (const value of [undefined, 1n, () => 1, Symbol('x')]) {
      expect(() => canonicalJson([value])).toThrow(TypeError);
    }
  });
});

// printf '{"a":1,"b":[true,null]}' | sha256sum
test('the hash is that of the canonical bytes, whatever the order of the keys', () => {
  const hash = '1cc69c7fa23616ca2ec3ee70d24390a6225c8832db8a4c814c7e0e7f942f8668';
  expect(hashOf({ b: [true, null], a: 1 })).toBe(hash);
});
