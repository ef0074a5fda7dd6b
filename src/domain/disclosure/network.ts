import { DISCLOSURE_THRESHOLD } from './persons.js';

/** Of two clinics each would learn the other's number by taking away its own. */
export const FEWEST_CLINICS = 3;

/** The courses of a network that are in the same groups. */
export interface NetworkCell {
  /** In which groups they are, a bit each. */
  groups: number;
  courses: number;
  /** So many different persons at least. */
  persons: number;
  /** Persons of the clinic that has most of them, at most. */
  personsOfLargest: number;
  /** In how many clinics, at least. */
  clinics: number;
}

/**
 * How many courses of a network are in each group, as far as it may be told?
 *
 * Input: cells of courses, each course in one of them, and the number of groups. Output: for each group its courses, or null where the
 * number is withheld. Groups are taken in their order. One is told where no course can be narrowed down by it and by those
 * told before to fewer than 11 persons, to fewer than 3 clinics, or, by the clinic that has most of them, to fewer than 11 persons of others.
 * All that can be computed from what is told are sums of such courses.
 *
 * Source: as of `DISCLOSURE_THRESHOLD`; that a contributor knows its own part: Hundepool et al. 2012, doi:10.1002/9781118348239.
 *
 * @example networkCounts([{ groups: 0b1, courses: 40, persons: 40, personsOfLargest: 20, clinics: 4 }], 1) // [40]
 * @example networkCounts([{ groups: 0b1, courses: 40, persons: 40, personsOfLargest: 30, clinics: 4 }], 1) // [null]
 */
export function networkCounts(cells: readonly NetworkCell[], groups: number): (number | null)[] {
  let told = 0;
  return Array.from({ length: groups }, (_, place) => {
    const bit = 1 << place;
    if (!partedBy(cells, told | bit).every(isSafe)) return null;
    told |= bit;
    return cells.reduce((total, cell) => total + ((cell.groups & bit) > 0 ? cell.courses : 0), 0);
  });
}

/** May it be told how many courses these are? */
export function isSafe({ courses, persons, personsOfLargest, clinics }: NetworkCell): boolean {
  if (courses === 0) return true;
  const ofOthers = persons - personsOfLargest;
  return persons >= DISCLOSURE_THRESHOLD && ofOthers >= DISCLOSURE_THRESHOLD && clinics >= FEWEST_CLINICS;
}

/** The cells that these groups tell apart. Nobody knows whether two of them have the same clinics, or the same largest one. */
function partedBy(cells: readonly NetworkCell[], groups: number): NetworkCell[] {
  const parts = new Map<number, NetworkCell>();
  for (const cell of cells) {
    const part = parts.get(cell.groups & groups);
    parts.set(cell.groups & groups, {
      groups: cell.groups & groups,
      courses: cell.courses + (part?.courses ?? 0),
      persons: cell.persons + (part?.persons ?? 0),
      personsOfLargest: cell.personsOfLargest + (part?.personsOfLargest ?? 0),
      clinics: Math.max(cell.clinics, part?.clinics ?? 0),
    });
  }
  return [...parts.values()];
}
