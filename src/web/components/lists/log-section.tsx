import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import cards from '../cards.module.css';
import { Loaded } from '../loaded';

interface Props<Entry> {
  title: string;
  lead: string;
  actions?: ReactNode;
  /** What came of the actions. */
  notice?: ReactNode;
  columns: readonly string[];
  query: UseInfiniteQueryResult<InfiniteData<{ items: Entry[]; next: string | null }>>;
  empty: string;
  /** The cells of an entry, one a column, in one row or several. */
  rows: (entry: Entry) => readonly (readonly ReactNode[])[];
}

/** A list of what was done, latest first, page by page. */
export function LogSection<Entry>({ title, lead, actions, notice, columns, query, empty, rows }: Props<Entry>) {
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      <Text size="sm" c="dimmed">
        {lead}
      </Text>
      {notice}
      <Loaded query={query}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <Text>{empty}</Text>
          ) : (
            <Table.ScrollContainer
              minWidth={560}
              scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
              className={cards.scroll}
            >
              <Table className={cards.cards}>
                <Table.Thead>
                  <Table.Tr>
                    {columns.map((column) => (
                      <Table.Th key={column}>{column}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {pages
                    .flatMap(({ items }) => items)
                    .flatMap(rows)
                    .map((cells, at) => (
                      <Table.Tr key={at}>
                        {columns.map((column, place) => (
                          <Table.Td key={column} data-label={place === 0 ? undefined : column}>
                            {cells[place] && <div>{cells[place]}</div>}
                          </Table.Td>
                        ))}
                      </Table.Tr>
                    ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Earlier ones
          </Button>
        </div>
      )}
    </Stack>
  );
}
