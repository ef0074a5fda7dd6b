import { INDICATIONS } from '../../../../domain/course/record/indications';
import { SEVERITY_BANDS } from '../../../../domain/cudos/severity';
import { KIND_COURSES } from '../../../components/cohort-words';
import { showDateIn } from '../../../components/dates';
import type { ActiveFilter } from '../../../components/lists/filters';
import { useClinicians } from '../clinicians';
import { ALL_KINDS, USUAL_KIND, useCohortSearch } from '../cohort-search';

export interface FilterChoice {
  value: string;
  label: string;
}

export const KIND_CHOICES = [
  ...Object.entries(KIND_COURSES).map(([value, label]) => ({ value, label })),
  { value: ALL_KINDS, label: 'All courses' },
];
export const ANY = { value: '', label: 'Any' };
export const INDICATION_CHOICES = [ANY, ...Object.entries(INDICATIONS).map(([value, label]) => ({ value, label }))];
export const BAND_CHOICES = [
  ANY,
  ...SEVERITY_BANDS.map(({ name, label, from, to }) => ({
    value: name,
    label: `${label} (${from}-${to})`,
  })),
];

/** What of the address is not as usual, in the words of its fields. */
export function useActiveFilters(): ActiveFilter[] {
  const { search, change } = useCohortSearch();
  const clinicians = useClinicians();
  const labelIn = (choices: readonly FilterChoice[]) => (value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  const fields: Record<string, [label: string, words: (value: string) => string]> = {
    kind: ['Kind', labelIn(KIND_CHOICES)],
    period: ['Started in', (period) => period],
    indication: ['Indication', labelIn(INDICATION_CHOICES)],
    clinician: ['Clinician', labelIn(clinicians)],
    baselineBand: ['Baseline', labelIn(BAND_CHOICES)],
    minimumBaseline: ['Baseline at least', (total) => total],
    from: ['From', showDateIn],
    to: ['Until', showDateIn],
  };
  return Object.entries(fields).flatMap(([name, [label, words]]) => {
    const value = search.get(name);
    const isUsual = !value || (name === 'kind' && value === USUAL_KIND);
    return isUsual ? [] : [{ words: `${label}: ${words(value)}`, clear: () => change({ [name]: null }) }];
  });
}
