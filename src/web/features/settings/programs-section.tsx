import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';

/** Leads to the programs and their tokens. */
export function ProgramsSection() {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Programs
      </Title>
      <Text>
        A health record, a spreadsheet or a monitoring system asks the service with{' '}
        <Anchor inherit component={Link} href="/settings/tokens" underline="always">
          API tokens
        </Anchor>
        .
      </Text>
    </Stack>
  );
}
