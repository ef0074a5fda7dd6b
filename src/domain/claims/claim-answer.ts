import type { AnalysisSet } from '../cohort/sets.js';
import type { Id } from '../id.js';
import type { WholeNumber } from '../numbers/number-types.js';
import type { AllowedSentence } from '../publication/allowed-sentence.js';
import type { PublishedDocument } from '../publication/published-document.js';

/** A publication that a claim is held against, as it is today. */
export interface ClaimSource {
  publicationId: string;
  slug: string;
  title: string;
  state: 'approved' | 'superseded' | 'withdrawn';
  document: PublishedDocument;
}

/**
 * What the published figures say of a number, never what the law says of it. `supported`: a published figure says just
 * this; `supported-rounded`: it does after rounding; `other-set`: true only of other courses than the text speaks of;
 * `stale`: true only of a publication that is no longer current; `contradicted`: the published figure is another;
 * `inconsistent`: the numbers of the text contradict each other; `not-published`: nothing published speaks of it.
 */
export type Verdict =
  'supported' | 'supported-rounded' | 'other-set' | 'stale' | 'contradicted' | 'inconsistent' | 'not-published';

/** The published number that a verdict speaks of: a figure's value, count or n, or a rung of the ladder. */
export interface MatchedFigure {
  publicationId: Id;
  /** Its name in the public address. */
  slug: string;
  /** Of which courses. */
  set: AnalysisSet | 'ladder';
  /** Figure or rung. */
  name: string;
  /** In words. */
  label: string;
  /** In public rounding; null where it is told by its bound alone. */
  value: number | null;
  /** Courses it is of. */
  n: WholeNumber | null;
}

/** What else is to be said of a number, beside its verdict. */
export interface ClaimNote {
  verdict: Verdict;
  /** In words. */
  explanation: string;
}

/** Where in the text a number is. */
interface Place {
  /** As the text has it. */
  text: string;
  /** Where it begins, in UTF-16 units. */
  start: WholeNumber;
  /** Where it has ended. */
  end: WholeNumber;
}

/** A number of the text that speaks of an outcome. */
export interface CheckedNumber extends Place {
  /** What the words around it say it measures, and of whom. */
  meaning: string;
  verdict: Verdict;
  /** In words. */
  explanation: string;
  /** The figure that the verdict speaks of. */
  figure: MatchedFigure | null;
  /** Beside the verdict. */
  notes: ClaimNote[];
}

/** A number of the text that speaks of no outcome. */
export interface IgnoredNumber extends Place {
  /** What it is taken for. */
  reason: string;
}

/** What the published figures say of a text; never what the law says of it. */
export interface ClaimAnswer {
  /** In the order of the text. */
  numbers: CheckedNumber[];
  /** In the order of the text. */
  ignored: IgnoredNumber[];
  /** What a reader would need and the text does not say. */
  missing: string[];
  /** The current publication that answers best; null without one. */
  publication: {
    id: Id;
    /** Its name in the public address. */
    slug: string;
    title: string;
  } | null;
  /** What that publication allows to print. */
  allowed: AllowedSentence[];
  /** What belongs under these sentences. */
  footnote: string | null;
}
