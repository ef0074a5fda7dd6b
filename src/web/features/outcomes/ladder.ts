import type { Schemas } from '../../api/client';

/** The rungs of the ladder in words, each among the one before. */
export const RUNGS: readonly {
  rung: keyof Schemas['Ladder'];
  label: string;
}[] = [
  { rung: 'courses', label: 'courses' },
  { rung: 'withBaseline', label: 'with baseline' },
  { rung: 'withLaterScore', label: 'with later score' },
  { rung: 'withInfusion6', label: 'with infusion 6' },
  { rung: 'withPostSeries', label: 'with post-series score' },
];
