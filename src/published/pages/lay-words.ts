import type { AnalysisSet } from '../../domain/cohort/sets.js';
import type { PublicFigure } from '../../domain/publication/published-document.js';

/** The analysis sets for readers who are no researchers; the field's words are one click away. */
const SETS: Readonly<Partial<Record<AnalysisSet, string>>> = {
  starters: 'Patients who started',
  completers: 'Patients scored at the first and the sixth infusion',
  lastObserved: 'Patients by their last score',
  bounds: 'If the missing had all failed, or all succeeded',
};

const FIGURES: Readonly<Record<string, string>> = {
  response: 'Success: the score fell by half or more',
  worsened: 'Got worse: a higher score than before',
  percentReductionOfMeans: 'Fall of the average score',
  meanReduction: 'Average fall, in points',
  baselineMean: 'Average score before',
  endpointMean: 'Average score at the sixth infusion',
  respondersBaselineMean: 'Average score before, of the successful patients alone',
  respondersEndpointMean: 'Average score at the sixth infusion, of the successful patients alone',
  respondersPercentReductionOfMeans: 'Fall of the average score, of the successful patients alone',
};

/** Who is counted, in lay words. @param label The field's word, where there is no other. */
export function setInLayWords(set: AnalysisSet, label: string): string {
  return SETS[set] ?? label;
}

/** What a figure says, in lay words; its own label where that is plain already. */
export function figureInLayWords({ name, label }: Pick<PublicFigure, 'name' | 'label'>): string {
  return FIGURES[name] ?? label;
}
