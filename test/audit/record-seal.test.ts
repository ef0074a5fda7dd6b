import { expect, test } from '@jest/globals';
import { sealOfEntry } from '../../src/audit/record-seal.js';

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
