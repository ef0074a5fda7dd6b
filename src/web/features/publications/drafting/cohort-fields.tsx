import { NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { INDICATIONS, type Indication } from '../../../../domain/course/record/indications';
import { KIND_COURSES } from '../../../components/cohort-words';
import { GroupPicker } from './group-picker';
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
/** The courses that a publication counts: nothing but closed lists, so that no choice can single people out. */
export function CohortFields({ fields, fault, onChange }: Props) {
  const { kind, indication } = fields;
  return (
    <Stack gap="sm">
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
      <GroupPicker fields={fields} error={fault('/period')} onChange={(period) => onChange({ period })} />
    </Stack>
  );
}
