import { expect, test } from '@jest/globals';
import { clientAddress } from '../../../src/http/incoming/client-address.js';

const of = (ip: string | undefined, remoteAddress?: string) => clientAddress({ ip, socket: { remoteAddress } });

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2:ffff::1]:51234', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['64:ff9b::cb00:7107', '203.0.113.7'],
])('%s counts as %s', (ip, network) => {
  expect(of(ip)).toBe(network);
});

test.each(['unknown', '_hidden', '', '1.2.3', '0x7f.1', '010.1.1.1', '999.1.1.1', "'; --", '::g', 'a.example'])(
  'what is no address counts as the connection: %j',
  (ip) => {
    expect(of(ip, '10.0.0.1')).toBe('10.0.0.1');
  },
);

test('a connection that was reset before its request was looked at has no address, which is no fault', () => {
  expect(of(undefined)).toBe('unknown');
});
