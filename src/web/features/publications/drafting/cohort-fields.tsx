import { NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { INDICATIONS, type Indication } from '../../../../domain/course/record/indications';
import { SEVERITY_BANDS } from '../../../../domain/cudos/severity';
import { KIND_COURSES } from '../../../components/cohort-words';
import { PeriodPicker } from './period-picker';
import type { DraftFields } from '../publication';

interface Props {
  fields: DraftFields;
  fault: (pointer: string) => string | null;
  onChange: (part: Partial<DraftFields>) => void;
}

const KIND_CHOICES = [
  ...Object.entries(KIND_COURSES).map(([value, label]) => ({ value, label })),
  { value: '', label: 'All courses' },
];
const INDICATION_CHOICES = [
  { value: '', label: 'Any' },
  ...Object.entries(INDICATIONS).map(([value, label]) => ({ value, label })),
];
const BASELINE_CHOICES = [
  { value: '', label: 'Any' },
  ...SEVERITY_BANDS.filter(({ from }) => from > 0).map(({ from, label }) => ({
    value: String(from),
    label: `${from} or more (${label.toLowerCase()} and up)`,
  })),
];

/** The courses that a publication counts: nothing but closed lists, so that no choice can single people out. */
export function CohortFields({ fields, fault, onChange }: Props) {
  const { period, kind, indication, minimumBaseline } = fields;
  return (
    <Stack gap="sm">
      <PeriodPicker period={period} error={fault('/period')} onChange={(value) => onChange({ period: value })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label="Kind"
          data={KIND_CHOICES}
          value={kind ?? ''}
          error={fault('/kind')}
          onChange={({ currentTarget }) => onChange({ kind: (currentTarget.value || null) as DraftFields['kind'] })}
        />
        <NativeSelect
          label="Indication"
          data={INDICATION_CHOICES}
          value={indication ?? ''}
          error={fault('/indication')}
          onChange={({ currentTarget }) => onChange({ indication: (currentTarget.value || null) as Indication | null })}
        />
      </SimpleGrid>
      <NativeSelect
        label="Lowest baseline"
        data={BASELINE_CHOICES}
        value={String(minimumBaseline ?? '')}
        error={fault('/minimumBaseline')}
        onChange={({ currentTarget: { value } }) => onChange({ minimumBaseline: value === '' ? null : Number(value) })}
      />
    </Stack>
  );
}
