import { countInFigures } from '../../../domain/numbers/words';
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Undefined while it is not known. */
  count: number | undefined;
  children: ReactNode;
}

/** A part of Today with how much there is of it. */
export function Section({ title, count, children }: Props) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
        {count !== undefined && (
          <Text span c="dimmed" inherit fw={400}>
            {' '}
            {countInFigures(count)}
          </Text>
        )}
      </Title>
      {children}
    </section>
  );
}
