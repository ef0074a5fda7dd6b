import type { Chart } from '../charts/parts/chart.js';
import type { PublicChartName } from '../charts/public/public-charts.js';
import type { FigureTerms } from '../cohort/figure-definitions.js';
import type { RungName } from '../cohort/ladder.js';
import type { BenefitName } from '../cohort/outcomes.js';
import type { AnalysisSet } from '../cohort/sets.js';
import type { Indication } from '../course/record/indications.js';
import type { CourseKind } from '../course/record/kinds.js';

/**
 * Why a number is not public: it would be of 1 to 10 patients, such a group could be computed from it, or (only in
 * a draft) the publication as a whole is refused because of an earlier one.
 */
export type WithheldRule = 'threshold' | 'complementary' | 'differencing';

export interface Withheld {
  rule: WithheldRule;
  /** In words that a director understands. */
  reason: string;
}

/** A figure as it leaves the clinic. Withheld, it has no value, n, count or interval. */
export interface PublicFigure extends FigureTerms {
  set: AnalysisSet;
  /** Per cent whole, points and d_z with one decimal. */
  value: number | null;
  n: number | null;
  /** Only of rates. */
  count: number | null;
  ci95: [number | null, number | null];
  withheld: Withheld | null;
}

export interface PublicRung {
  name: RungName;
  label: string;
  count: number | null;
  withheld: Withheld | null;
}

export interface PublicChart {
  name: PublicChartName;
  title: string;
  chart: Chart | null;
  withheld: Withheld | null;
}

/** Whom a publication is about: a closed list of dimensions, so that no filter can pick people out. */
export interface PublicationCohort {
  /** Whole quarters or years: `2025`, `2025-Q2`, `2025-Q1..2026`. */
  period: string;
  kind: CourseKind | null;
  indication: Indication | null;
  /** One of `MINIMUM_BASELINES`. */
  minimumBaseline: number | null;
}

export interface PublicationRequest {
  cohort: PublicationCohort;
  /** As in `PUBLISHABLE_FIGURES`: `completers.response`. */
  figures: string[];
  charts: PublicChartName[];
}

/** What the numbers of a publication say, before anybody approved it. */
export interface PublicContent {
  period: { text: string; from: string; to: string };
  cohort: Omit<PublicationCohort, 'period'>;
  /** Of the outcomes that there were when it was approved. */
  definitions: { version: string; score6: string } & Partial<Record<BenefitName, string>>;
  ladder: PublicRung[];
  figures: PublicFigure[];
  charts: PublicChart[];
  caveats: string[];
}

/** A sentence that the figures allow, and the `set.name` of the figures it stands on. */
export interface AllowedSentence {
  text: string;
  figures: string[];
}

/** A publication as it is approved, signed and never changed again. */
export interface PublishedDocument extends PublicContent {
  format: 'cudos-publication/1';
  id: string;
  slug: string;
  title: string;
  state: 'approved';
  /** Id of the publication of the same slug before it. */
  supersedes: string | null;
  clinic: { name: string };
  sentences: AllowedSentence[];
  footnote: string;
  provenance: {
    /** Instant in UTC. */
    asOf: string;
    /** SHA-256 in hex of the courses counted, in any order. */
    dataHash: string;
    software: string;
  };
  approval: { role: 'director'; at: string; selfApproved: boolean };
  /** SHA-256 in hex of the canonical JSON (RFC 8785) of the document without hash and signature. */
  hash: string;
  signature: {
    algorithm: 'Ed25519';
    /** Thumbprint of the key (RFC 7638). */
    kid: string;
    publicKey: { kty: 'OKP'; crv: 'Ed25519'; x: string };
    /** base64url. */
    value: string;
  };
}
