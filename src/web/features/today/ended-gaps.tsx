import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { Loaded } from '../../components/loaded';
import { LineTable } from './line-table';
import { linesOf, type Line } from './lines';
import { Section } from './section';
import { gapsQuery } from './today-queries';

interface Props {
  today: string;
  onMissed: (line: Line) => void;
  onSaved: (words: string) => void;
}

const TITLE = 'Unresolved in courses that have ended';

/** Visits that nobody said anything of in courses that have ended: each counts as a missing score until somebody does. */
export const EndedGaps = memo(function EndedGaps({ today, onMissed, onSaved }: Props) {
  const gaps = useInfiniteQuery(gapsQuery);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = gaps;
  return (
    <Loaded query={gaps} height={60}>
      {(courses) => {
        if (courses.length === 0) return null;
        const { unresolved } = linesOf(courses, today);
        return (
          <Section title={TITLE} count={hasNextPage ? undefined : unresolved.length}>
            <Text size="sm" c="dimmed" mb={4}>
              A later visit is recorded, and nobody said what happened at this one.
            </Text>
            <LineTable name={TITLE} lines={unresolved} today={today} onMissed={onMissed} onSaved={onSaved} />
            {hasNextPage && (
              <Button variant="default" mt="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </Button>
            )}
          </Section>
        );
      }}
    </Loaded>
  );
});
