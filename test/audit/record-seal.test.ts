import { expect, test } from '@jest/globals';
import { sealOfAll, sealOfEntry, sealOfMany } from '../../src/audit/record-seal.js';

// Of this text in UTF-8, by `printf '%s' '…' | sha256sum`: {"amendmentReason":"Mistyped","answers":[1,0,null],
// "assessedOn":"2026-03-05","courseId":"0190a2b4-0000-7000-8000-00000000000a","missedReason":null,"note":"Größe „x“",
// "overrideReason":null,"recordedAt":"2026-03-05T17:00:00.000Z","recordedBy":"0190a2b4-0000-7000-8000-00000000000b",
// "slot":"infusion-2","state":"scored","total":31,"version":2} without the line breaks of this comment.
test('the seal of an entry is the hash of its canonical JSON, whatever the letters of its ids and the order of its members', () => {
  const seal = sealOfEntry({
    version: 2,
    courseId: '0190A2B4-0000-7000-8000-00000000000A',
    slot: 'infusion-2',
    state: 'scored',
    total: 31,
    answers: [1, 0, null],
    assessedOn: '2026-03-05',
    missedReason: null,
    note: 'Größe „x“',
    amendmentReason: 'Mistyped',
    overrideReason: null,
    recordedAt: new Date('2026-03-05T17:00:00Z'),
    recordedBy: '0190a2b4-0000-7000-8000-00000000000b',
  });
  expect(seal.toString('hex')).toBe('b61b4de5f036d9b2ac99ee9f651385fec0ac42a8607d36a78ea121d860df3374');
});

// A = 0101…01, B = 01ff…ff, C = 80…80: `(printf '01%.0s' {1..32}; printf 01; printf 'ff%.0s' {1..31}; printf '80%.0s' {1..32}) | xxd -r -p | sha256sum`
test('the seal of several is the hash of theirs in the order of their bytes, also of very many', async () => {
  const [a, b, c] = [Buffer.alloc(32, 1), Buffer.alloc(32, 0xff).fill(1, 0, 1), Buffer.alloc(32, 0x80)];
  expect(sealOfAll([c, b, a]).toString('hex')).toBe('43f6926d2af00bdc768689587da25c8158d576a2e325090844e10edcd3e207a7');
  expect((await sealOfMany([b, c, a])).toString('hex')).toBe(
    '43f6926d2af00bdc768689587da25c8158d576a2e325090844e10edcd3e207a7',
  );
});
