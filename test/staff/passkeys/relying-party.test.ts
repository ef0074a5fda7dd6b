import { describe, expect, test } from '@jest/globals';
import { Environment } from '../../../src/environment.js';
import { Problem } from '../../../src/http/problem.js';
import { relyingPartyOf } from '../../../src/staff/passkeys/relying-party.js';

describe('the site that passkeys are for', () => {
  const siteOf = (publicUrl: string, host?: string) => relyingPartyOf(new Environment({ PUBLIC_URL: publicUrl }), host);

  test.each([
    ['https://outcomes.example.org/', 'outcomes.example.org', 'outcomes.example.org', 'https://outcomes.example.org'],
    ['https://clinic.test:8443', 'inside', 'clinic.test', 'https://clinic.test:8443'],
    ['http://localhost:3000', 'localhost:3000', 'localhost', 'http://localhost:3000'],
    ['', 'localhost:51234', 'localhost', 'http://localhost:51234'],
  ])('by PUBLIC_URL "%s" and the host %s is %s', (publicUrl, host, id, origin) => {
    expect(siteOf(publicUrl, host)).toEqual({ id, origin });
  });

  test.each([
    ['http://outcomes.example.org', 'outcomes.example.org'],
    ['https://192.0.2.7', '192.0.2.7'],
    ['https://[2001:db8::7]', '[2001:db8::7]'],
    ['', '127.0.0.1:3000'],
    ['', 'outcomes.example.org'],
    ['', undefined],
  ])('by PUBLIC_URL "%s" and the host %s is none, which the answer says', (publicUrl, host) => {
    expect(() => siteOf(publicUrl, host)).toThrow(Problem);
    expect(() => siteOf(publicUrl, host)).toThrow(/set PUBLIC_URL/);
  });
});
