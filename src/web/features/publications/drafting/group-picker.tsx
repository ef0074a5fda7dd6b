import { periodTextInWords } from '../../../../domain/calendar/period';
import { Group, Input, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { groupsIn, periodOfGroups } from '../../../../domain/publication/period-choice';
import { Loaded } from '../../../components/loaded';
import type { ClosedGroups, DraftFields } from '../publication';
import { groupsQuery } from '../queries';
import { quarterInWords } from '../../../../domain/calendar/period';
import { fillingInWords } from '../groups/words';

interface Props {
  fields: Pick<DraftFields, 'period' | 'kind' | 'indication'>;
  error: string | null;
  onChange: (period: string) => void;
}

/** When the courses began: from one closed group to another. It can make nothing else. */
export function GroupPicker({ fields: { period, kind, indication }, error, onChange }: Props) {
  const query = useQuery(groupsQuery({ kind, indication }));
  return (
    <Input.Wrapper label="Courses that began in" labelElement="div" error={error}>
      <Loaded query={query}>{(found) => <Choice {...{ found, period, onChange }} />}</Loaded>
    </Input.Wrapper>
  );
}

interface ChoiceProps {
  found: ClosedGroups;
  period: string;
  onChange: (period: string) => void;
}

function Choice({ found: { groups, filling, refusal }, period, onChange }: ChoiceProps) {
  const all = groups.length > 0 ? periodOfGroups(groups) : '';
  useEffect(() => {
    if (period === '' && all !== '') onChange(all);
  }, [period, all, onChange]);
  if (refusal) return <Text size="sm">{refusal.reason}</Text>;
  if (groups.length === 0) {
    return <Text size="sm">Nothing of these courses can be published yet. {filling && fillingInWords(filling)}</Text>;
  }
  const chosen = groupsIn(period, groups).groups;
  const [first, last] = [chosen?.[0]?.from ?? '', chosen?.at(-1)?.to ?? ''];
  const choose = (from: string, to: string) => {
    const some = groups.filter((group) => group.from >= from && group.to <= to);
    if (some.length > 0) onChange(periodOfGroups(some));
  };
  const none = chosen ? [] : [{ value: '', label: 'Choose' }];
  const options = (quarters: string[]) => [
    ...none,
    ...quarters.map((value) => ({ value, label: quarterInWords(value) })),
  ];
  return (
    <>
      <Group grow gap="sm" mt="xs">
        <NativeSelect
          label="From the start of"
          data={options(groups.map(({ from }) => from))}
          value={first}
          onChange={({ currentTarget: { value } }) => choose(value, last >= value ? last : endOf(groups, value))}
        />
        <NativeSelect
          label="To the end of"
          data={options(groups.map(({ to }) => to))}
          value={last}
          onChange={({ currentTarget: { value } }) =>
            choose(first !== '' && first <= value ? first : beginOf(groups, value), value)
          }
        />
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        Only whole closed groups are published. {filling && fillingInWords(filling)}
      </Text>
      {!chosen && (
        <Text size="sm" mt={6}>
          {periodTextInWords(period)} does not begin and end with a closed group.
        </Text>
      )}
    </>
  );
}

type Groups = ClosedGroups['groups'];
const endOf = (groups: Groups, from: string) => groups.find((group) => group.from === from)?.to ?? '';
const beginOf = (groups: Groups, to: string) => groups.find((group) => group.to === to)?.from ?? '';
