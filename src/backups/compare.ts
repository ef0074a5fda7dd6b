import type { Contents } from './contents.js';
import type { ClinicFigures } from './figures.service.js';
import { countInFigures, counted } from '../domain/numbers/words.js';

/** Something that was compared, in words, and whether it is as it ought to be. */
export interface Compared {
  what: string;
  holds: boolean;
}

/** Is every record there that the backup counted? Tables of a newer version of the service are not in the backup. */
export function compareRecords(kept: Contents['records'], found: Contents['records']): Compared[] {
  const short = Object.entries(kept).filter(([table, n]) => found[table] !== n && table !== 'migration');
  const total = Object.values(kept).reduce((sum, n) => sum + n, 0);
  if (short.length === 0)
    return [
      {
        what: `${counted(total, 'row')} in ${counted(Object.keys(kept).length, 'table')}, as counted in the backup`,
        holds: true,
      },
    ];
  return short.map(([table, n]) => ({
    what: `${table} has ${found[table] === undefined ? 'no rows' : counted(found[table], 'row')}; the backup counted ${n}`,
    holds: false,
  }));
}

/** Is every figure of every cohort the same, to the last digit? */
export function compareFigures(kept: readonly ClinicFigures[], found: readonly ClinicFigures[]): Compared[] {
  return kept.map(({ clinicId, name, cohorts }) => {
    const now = found.find((clinic) => clinic.clinicId === clinicId);
    const [before, after] = [cohorts, now?.cohorts ?? []].map((all) => JSON.parse(JSON.stringify(all)) as unknown);
    const places = differences(before, after, '');
    const figures = countOf(before);
    if (places.length === 0)
      return {
        what: `${name}: ${counted(figures, 'figure of its cohorts is what it was', 'figures of its cohorts are what they were')}`,
        holds: true,
      };
    return {
      what: `${name}: ${countInFigures(places.length)} of ${counted(figures, 'figure differs', 'figures differ')}: ${places.slice(0, 3).join(', ')}`,
      holds: false,
    };
  });
}

function differences(before: unknown, after: unknown, place: string): string[] {
  if (!isTree(before) || !isTree(after)) return Object.is(before, after) ? [] : [place || '/'];
  // When the courses were read is another moment each time.
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== 'asOf');
  return names.flatMap((name) => differences(before[name], after[name], `${place}/${name}`));
}

function countOf(value: unknown): number {
  if (!isTree(value)) return typeof value === 'number' ? 1 : 0;
  return Object.values(value).reduce<number>((sum, part) => sum + countOf(part), 0);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
