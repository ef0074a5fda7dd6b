import { describe, expect, test } from '@jest/globals';
import { hintOf, isApiToken, newApiToken } from '../../../src/staff/tokens/token-text.js';

describe('a token', () => {
  // The digits at the end are '%08x' % zlib.crc32(b'cudos_...') of Python.
  test.each([
    'cudos_00000000000000000000000000000000_ad5f2a85',
    'cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41',
    'cudos_Hoqb2QeqT4ykqXZLqFbk0EhojhydlegD_00d749ba',
  ])('%s has the right digits at its end', (token) => {
    expect(isApiToken(token)).toBe(true);
  });

  test.each([
    ['another letter', 'cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaF_51c6ed41'],
    ['two letters turned around', 'cudos_Q7xvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41'],
    ['its end cut off', 'cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_'],
    ['its digits in capitals', 'cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41'.toUpperCase()],
    ['a line break behind it', 'cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41\n'],
  ])('with %s is none', (_what, token) => {
    expect(isApiToken(token)).toBe(false);
  });

  test('has 32 letters and digits nobody has seen before, and is known by the first four', () => {
    const made = Array.from({ length: 200 }, newApiToken);
    expect(new Set(made).size).toBe(200);
    for (const token of made) {
      expect(token).toMatch(/^cudos_[0-9A-Za-z]{32}_[0-9a-f]{8}$/);
      expect(isApiToken(token)).toBe(true);
    }
    expect(hintOf('cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41')).toBe('cudos_7Qxv');
    // Of 62 letters and digits, in 6400 places each is missing with a chance of 62 * (61/62)^6400, less than 1e-43.
    expect(new Set(made.flatMap((token) => [...token.slice(6, 38)])).size).toBe(62);
  });
});
