import { Group, Input, NativeSelect, SegmentedControl } from '@mantine/core';
import { useSession } from '../../../session/session';
import {
  choiceOf,
  inGrain,
  withPart,
  partInWords,
  partsUntil,
  periodIn,
  type Grain,
  type PeriodChoice,
} from './period-choice';

interface Props {
  period: string;
  error: string | null;
  onChange: (period: string) => void;
}

const GRAINS = [
  { value: 'year', label: 'Whole years' },
  { value: 'quarter', label: 'Whole quarters' },
];

/** When the courses began: from one whole year or quarter to another. It can make nothing else. */
export function PeriodPicker({ period, error, onChange }: Props) {
  const { today } = useSession().clinic;
  const choice = choiceOf(period);
  const choose = (next: PeriodChoice) => onChange(periodIn(next));
  const parts = partsUntil(today, choice).map((value) => ({ value, label: partInWords(value) }));
  return (
    <Input.Wrapper label="Courses that began in" labelElement="div" error={error}>
      <SegmentedControl
        fullWidth
        transitionDuration={0}
        aria-label="Years or quarters"
        data={GRAINS}
        value={choice.grain}
        onChange={(grain) => choose(inGrain(choice, grain as Grain))}
      />
      <Group grow gap="sm" mt="xs">
        {(['first', 'last'] as const).map((part) => (
          <NativeSelect
            key={part}
            label={part === 'first' ? 'From the start of' : 'To the end of'}
            data={parts}
            value={choice[part]}
            onChange={({ currentTarget }) => choose(withPart(choice, part, currentTarget.value))}
          />
        ))}
      </Group>
    </Input.Wrapper>
  );
}
