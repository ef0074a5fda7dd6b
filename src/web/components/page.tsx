import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';
import { useLightPaper } from './printing';

interface Props {
  title: string;
  /** What the browser's tab says, where the title names a patient. */
  tab?: string;
  /** One line under the title: what the page shows, of whom. */
  lead?: ReactNode;
  /** Buttons of the page, right of its title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page below the bar: its title, its actions, and what it shows. */
export function Page({ title, tab = title, lead, actions, children }: Props) {
  usePageTitle(tab);
  useLightPaper();
  return (
    <Box component="main" id="main" tabIndex={-1} p={{ base: 'sm', sm: 'lg' }} style={{ outline: 'none' }}>
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <Stack gap={2}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </Stack>
        {actions && (
          <Group gap="xs" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Box>
  );
}

/** What the browser's tab and its history call this page. Never a patient's name or chart number. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · CUDOS outcomes`;
  }, [title]);
}
