import type { ArrayTexts } from '../database/array-text.js';

/** What distinguishes the new patients of one request, in the order in which a statement takes it. */
export const NEW_PATIENT_COLUMNS = [
  'id',
  'chartNumber',
  'chartKey',
  'shortChartKey',
  'initials',
  'birthYear',
  'sex',
] as const;

export type NewPatients = ArrayTexts<(typeof NEW_PATIENT_COLUMNS)[number]>;
