import type { AnalysisSet } from '../cohort/sets.js';
import type { AllowedSentence, PublishedDocument } from '../publication/published-document.js';

/** A publication that a claim is held against, as it stands today. */
export interface ClaimSource {
  publicationId: string;
  slug: string;
  title: string;
  state: 'approved' | 'superseded' | 'withdrawn';
  document: PublishedDocument;
}

/** What the published figures say of a number. Never what the law says of it. */
export type Verdict =
  'supported' | 'supported-rounded' | 'other-set' | 'stale' | 'contradicted' | 'inconsistent' | 'not-published';

/** The published number that a verdict speaks of: a figure's value, count or n, or a rung of the ladder. */
export interface MatchedFigure {
  publicationId: string;
  slug: string;
  set: AnalysisSet | 'ladder';
  name: string;
  label: string;
  value: number;
  n: number | null;
}

/** What else is to be said of a number, beside its verdict. */
export interface ClaimNote {
  verdict: Verdict;
  explanation: string;
}

/** A number of the text that speaks of an outcome; `start` and `end` count UTF-16 units, `end` not included. */
export interface CheckedNumber {
  text: string;
  start: number;
  end: number;
  /** What the words around it say it measures, and of whom. */
  meaning: string;
  verdict: Verdict;
  explanation: string;
  figure: MatchedFigure | null;
  notes: ClaimNote[];
}

/** A number of the text that speaks of no outcome, and what it is taken for. */
export interface IgnoredNumber {
  text: string;
  start: number;
  end: number;
  reason: string;
}

export interface ClaimAnswer {
  numbers: CheckedNumber[];
  ignored: IgnoredNumber[];
  /** What a reader would need and the text does not say. */
  missing: string[];
  /** The current publication that answers best, with its sentences and footnote; null and empty without one. */
  publication: { id: string; slug: string; title: string } | null;
  allowed: AllowedSentence[];
  footnote: string | null;
}
