import type { WholeNumber } from '../numbers/number-types.js';
import type { Count } from './cohort.js';
import { plain } from './counted.js';
import { BOUND_FIGURES, PAIRED_FIGURES, RESPONDER_FIGURES, STARTER_FIGURES } from './figure-definitions.js';
import type { FigureDefinition, FigureReading, FigureTerms } from './figure-definitions.js';
import type { OutcomeName } from './outcomes.js';
import type { PairedFigures } from './paired-figures.js';
import { ANALYSIS_SETS } from './sets.js';
import type { AnalysisSet } from './sets.js';
import type { BoundFigures, StarterFigures } from './starters.js';
import { unremittedFigures } from './unremitted.js';
import type { RemissionOfUnremitted } from './unremitted.js';

/** A figure that can be quoted alone, with the courses behind its numbers. */
export interface CountedFigure extends FigureTerms, FigureReading<Count> {
  set: AnalysisSet;
}

/** The same for an answer: it names who is in its n and, of a rate, in its count. */
export interface Figure extends FigureTerms, FigureReading {
  /** The analysis set. */
  set: AnalysisSet;
  /** The courses in n: a `group` of `GET /v1/cohorts/courses`. */
  group: string;
  /** Of a rate: the courses in count, as such a group. */
  countGroup?: string;
}

/** The figures of the analysis sets. */
export interface SetFigures<N = WholeNumber> {
  /** Courses with a baseline; the headline. */
  starters: StarterFigures<N>;
  /** Courses with a baseline and infusion 6. */
  completers: PairedFigures<N>;
  /** Courses with any later score, judged by the last of them. */
  lastObserved: PairedFigures<N>;
  /** Completers with a post-series score, judged by it. */
  postSeries: PairedFigures<N>;
  /** Starters, if the missing had all failed or all succeeded. */
  bounds: BoundFigures<N>;
  /** Remission of those who were not in remission at infusion 1. */
  remissionOfUnremitted: RemissionOfUnremitted<N>;
}

/** What is known of a figure before anybody is counted. */
export interface KnownFigure {
  set: AnalysisSet;
  terms: FigureTerms;
  /** Of a rate: of which outcome. */
  outcome?: OutcomeName;
  /** Whether it is of the responders of the set alone. */
  ofResponders: boolean;
  /** False for what is for the director alone: it never leaves the clinic. */
  publishable: boolean;
  read: (sets: SetFigures<Count>) => FigureReading<Count>;
}

const RESPONDERS = { ofResponders: true };
const FOR_THE_DIRECTOR = { publishable: false };
const ofPostSeriesResponders = ({ postSeries }: SetFigures<Count>) => postSeries.responders;
const ofUnremitted = ({ remissionOfUnremitted }: SetFigures<Count>) => remissionOfUnremitted;

/** Every figure that can be quoted, starters first. Names are unique within a set. */
export const FIGURES: readonly KnownFigure[] = [
  ...figuresIn('starters', STARTER_FIGURES, ({ starters }) => starters),
  ...figuresIn('starters', unremittedFigures('starters'), ofUnremitted, FOR_THE_DIRECTOR),
  ...figuresIn('completers', PAIRED_FIGURES, ({ completers }) => completers),
  ...figuresIn('completers', unremittedFigures('completers'), ofUnremitted, FOR_THE_DIRECTOR),
  ...figuresIn('completers', RESPONDER_FIGURES, ({ completers }) => completers.responders, RESPONDERS),
  ...figuresIn('lastObserved', PAIRED_FIGURES, ({ lastObserved }) => lastObserved),
  ...figuresIn('lastObserved', RESPONDER_FIGURES, ({ lastObserved }) => lastObserved.responders, RESPONDERS),
  ...figuresIn('postSeries', PAIRED_FIGURES, ({ postSeries }) => postSeries, FOR_THE_DIRECTOR),
  ...figuresIn('postSeries', RESPONDER_FIGURES, ofPostSeriesResponders, { ...RESPONDERS, ...FOR_THE_DIRECTOR }),
  ...figuresIn('bounds', BOUND_FIGURES, ({ bounds }) => bounds),
];

function figuresIn<Source>(
  set: AnalysisSet,
  definitions: readonly FigureDefinition<Source>[],
  sourceOf: (sets: SetFigures<Count>) => Source,
  { ofResponders = false, publishable = true }: Partial<Pick<KnownFigure, 'ofResponders' | 'publishable'>> = {},
): KnownFigure[] {
  return definitions.map(({ outcome, read, ...terms }) => ({
    set,
    terms: termsIn(set, terms),
    outcome,
    ofResponders,
    publishable,
    read: (sets) => read(sourceOf(sets)),
  }));
}

/** What a figure says in a set: first who is counted. */
export function termsIn(set: AnalysisSet, terms: FigureTerms): FigureTerms {
  return { ...terms, howCounted: `${ANALYSIS_SETS[set].counts} ${terms.howCounted}` };
}

/**
 * Which numbers may be quoted of this cohort, and what does each of them mean?
 *
 * Input: the figures of the analysis sets. Output: one self-contained figure a row, in the order of `FIGURES`; values in
 * the unit they name; null where there is nothing to estimate.
 *
 * Example: 3 responders of 5 completers give `response` of `completers`, 60 percent, n 5, count 3, interval 23.1 to 88.2.
 */
export function figuresOf(sets: SetFigures<Count>): CountedFigure[] {
  return FIGURES.map(({ set, terms, read }) => ({ ...terms, set, ...read(sets) }));
}

/** A figure as an answer quotes it. */
export function quoted(figure: CountedFigure): Figure {
  const { n, count } = figure;
  return { ...plain(figure), group: n.group, ...(count && { countGroup: count.group }) };
}

/** By what a publication names a figure. */
export function figureKey({ set, name }: { set: AnalysisSet; name: string }): string {
  return `${set}.${name}`;
}
