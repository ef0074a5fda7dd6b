import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from './page';

/** The frame of a page that is shown to somebody who is not signed in. */
export function StartFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder radius="md" p="xl" w="100%" maw={440}>
        <Stack gap={4} mb="lg">
          <Text size="sm" c="dimmed" fw={600}>
            CUDOS outcomes
          </Text>
          <Title order={1} size="h2">
            {title}
          </Title>
        </Stack>
        {children}
      </Paper>
    </Center>
  );
}
