import type { CalendarDate, Instant } from '../calendar/calendar.js';
import type { AllowedSentence } from './allowed-sentence.js';
import type { Chart } from '../charts/parts/chart.js';
import type { PublicChartName } from '../charts/public/public-charts.js';
import type { FigureTerms } from '../cohort/figure-definitions.js';
import type { RungName } from '../cohort/ladder.js';
import type { BenefitName } from '../cohort/outcomes.js';
import type { AnalysisSet } from '../cohort/sets.js';
import type { TotalScore } from '../cudos/score.js';
import type { Id } from '../id.js';
import type { WholeNumber } from '../numbers/number-types.js';
import type { PublicGroup } from './public-group.js';
import type { PublicCohort } from '../disclosure/public-cohort.js';

/** `threshold`: it could reveal something of few patients. Documents of definitions 1 have the others too. */
export type WithheldRule = 'threshold' | 'complementary' | 'differencing';

/** Why a number is not public. */
export interface Withheld {
  rule: WithheldRule;
  /** In words that a director understands. */
  reason: string;
}

/** A figure as it leaves the clinic. Withheld, it has no value, n, count or interval. */
export interface PublicFigure extends FigureTerms {
  /** Which courses it is of. */
  set: AnalysisSet;
  /** Per cent whole, points and d_z with one decimal; null where withheld or of nobody. */
  value: number | null;
  /** Courses; null where withheld. */
  n: WholeNumber | null;
  /** Of a rate: courses that achieved it; null for others and where withheld. */
  count: WholeNumber | null;
  /** 95 % interval, low and high, in the unit; both null without one. */
  ci95: [number | null, number | null];
  /** Null for what is shown. */
  withheld: Withheld | null;
  /** Of a rate whose count may not be told exactly; value, count and interval are null then. */
  bound?: PublicBound;
}

/** On which side of a number a count lies that is too small, or leaves too few, to be told exactly. */
export interface PublicBound {
  /** `under`: fewer than `count`, less than `percent`; `over`: more. */
  is: 'under' | 'over';
  /** @example 11 */
  count: WholeNumber;
  /** @example 10 */
  percent: WholeNumber;
}

/** A step of the ladder, from all courses to a complete set of scores. */
export interface PublicRung {
  name: RungName;
  label: string;
  /** Courses; null where withheld. */
  count: WholeNumber | null;
  /** Null for what is shown. */
  withheld: Withheld | null;
}

/** A chart as it leaves the clinic. */
export interface PublicChart {
  name: PublicChartName;
  title: string;
  /** Null where withheld. */
  chart: Chart | null;
  /** Null for what is shown. */
  withheld: Withheld | null;
}

/** What the numbers of a publication say; each is null where withheld, and in a draft that marketing reads. */
export interface PublicContent {
  /** Whole quarters or years of the start of courses: in words, from their first day to their last. */
  period: { text: string; from: CalendarDate; to: CalendarDate };
  /** The closed groups that it is made of; documents of definitions 1 are not. */
  groups?: PublicGroup[];
  /** Which time the clinic has closed all its groups. @example 1 */
  edition?: WholeNumber;
  /** What is not counted, as some courses lie in no closed group yet. */
  outside?: string;
  /** Which courses are counted. In documents of definitions 1 also points: the lower edge of a severity band. */
  cohort: PublicCohort & { minimumBaseline?: TotalScore | null };
  /** What the words mean, for the outcomes that there were when it was approved. */
  definitions: {
    /** Explained at /published/definitions/{version}. */
    version: string;
    /** When the score at infusion 6 is taken. */
    score6: string;
  } & Partial<Record<BenefitName, string>>;
  /** How many courses are left at each step. */
  ladder: PublicRung[];
  /** Each can be quoted alone. */
  figures: PublicFigure[];
  /** Each as Chart.js takes it. */
  charts: PublicChart[];
  /** What the figures can not say. */
  caveats: string[];
}

/** `locale` is the language tag by which its pages write numbers and dates; en-US where there is none. */
export type PublicClinic = { name: string; locale?: string };

/** A publication as it was approved and signed; not a byte of it changes. */
export interface PublishedDocument extends PublicContent {
  format: 'cudos-publication/1';
  /** Of this very document. */
  id: Id;
  /** Name in the address of the current document. */
  slug: string;
  title: string;
  state: 'approved';
  /** Id of the document before it, of the same slug. */
  supersedes: Id | null;
  /** Whose figures they are. */
  clinic: PublicClinic;
  /** What may be said. */
  sentences: AllowedSentence[];
  /** What belongs under every sentence. */
  footnote: string;
  /** Where the numbers come from. */
  provenance: {
    /** Instant of the data. */
    asOf: Instant;
    /** SHA-256 in hex of the courses counted, in any order. */
    dataHash: string;
    /** What computed them. */
    software: string;
  };
  /** Who approved it, without names. */
  approval: {
    role: 'director';
    at: Instant;
    /** The author approved it, as the only director. */
    selfApproved: boolean;
  };
  /** SHA-256 in hex of the canonical JSON (RFC 8785) of the document without hash and signature. */
  hash: string;
  /** Over that canonical JSON. */
  signature: {
    algorithm: 'Ed25519';
    /** Thumbprint of the key (RFC 7638). */
    kid: string;
    publicKey: { kty: 'OKP'; crv: 'Ed25519'; x: string };
    /** base64url. */
    value: string;
  };
}
