import type { AnalysisSet } from '../../../domain/cohort/definitions';
import type { Figure } from './shown';

/** A figure as each analysis set has it: none where the set does not define it, two at the bounds. */
export interface SetsRow {
  name: string;
  label: string;
  cells: { set: AnalysisSet; figures: Figure[] }[];
}

export const SETS: readonly AnalysisSet[] = ['starters', 'completers', 'lastObserved', 'bounds'];

/** The figures of the four sets as rows, rates first, in the order the API has them. */
export function rowsOf(figures: readonly Figure[]): SetsRow[] {
  const own = figures.filter(({ set }) => set !== 'bounds');
  const labels = new Map(own.map(({ name, label }) => [name, label]));
  return [...labels].map(([name, label]) => ({
    name,
    label,
    cells: SETS.map((set) => ({
      set,
      figures: figures.filter((figure) => figure.set === set && namedSo(figure, name)),
    })),
  }));
}

/** The bounds have each rate twice: at its worst and at its best. */
function namedSo({ set, name }: Figure, wanted: string): boolean {
  if (set !== 'bounds') return name === wanted;
  return name === `${wanted}WorstCase` || name === `${wanted}BestCase`;
}
