import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { counted } from '../../../../domain/numbers/words';
import { coursesUnderWayQuery } from '../../../api/courses-under-way';
import { MarkRules } from '../../../components/course/course-marks';
import { useInAddress } from '../../../components/in-address';
import { Loaded } from '../../../components/loaded';
import { listed, orderNamed, UNDER_WAY_ORDERS, underWayOf } from './under-way';
import { UnderWayTable } from './under-way-table';

const ORDERS = Object.entries(UNDER_WAY_ORDERS).map(([value, { label }]) => ({ value, label }));

interface Props {
  /** Leads to other patients. */
  choice: ReactNode;
  markedOnly: boolean;
}

/** Who is treated now: latest score, change, scores so far and next visit; all of them, or those who may need a look. */
export function UnderWayList({ choice, markedOnly }: Props) {
  const courses = useQuery(coursesUnderWayQuery);
  const [typed, setTyped] = useInAddress('find');
  const [sorted, setSorted] = useInAddress('sorted');
  const order = orderNamed(sorted);
  return (
    <Stack maw={1100}>
      <Group align="flex-end">
        {choice}
        <TextInput
          label="Chart number"
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <NativeSelect
          label="Sorted"
          data={ORDERS}
          value={order}
          onChange={({ currentTarget }) => setSorted(currentTarget.value)}
        />
      </Group>
      <Loaded query={courses} height={320}>
        {(all) => {
          const asked = all.filter(({ marks }) => !markedOnly || marks.length > 0).map(underWayOf);
          const shown = listed(asked, typed, order);
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {counted(shown.length, 'course')} under way{markedOnly && ' that may need a look'}.
              </Text>
              {shown.length > 0 && <UnderWayTable rows={shown} />}
              <MarkRules names={shown.flatMap(({ course }) => course.marks)} />
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}
