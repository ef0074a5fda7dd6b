import { describe, expect, test } from '@jest/globals';
import { slugFault, slugOf } from '../../../../../src/web/features/publications/drafting/slug.js';

describe('the address of a publication', () => {
  test.each([
    ['Outcomes of 2025', 'outcomes-of-2025'],
    ['  Été & Ångström!  ', 'ete-angstrom'],
    ['PTSD: 2025-Q1', 'ptsd-2025-q1'],
    ['???', ''],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('%j suggests %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test.each(['outcomes-2025', 'a', '2025', 'a'.repeat(80)])('%j can be in it', (slug) => {
    expect(slugFault(slug)).toBeNull();
  });

  test.each(['', 'Outcomes', 'a--b', '-a', 'a-', 'a b', 'ä', 'a/b', 'a'.repeat(81)])(
    '%j can not, and the reason is given',
    (slug) => {
      expect(slugFault(slug)).toMatch(/\w/);
    },
  );
});
