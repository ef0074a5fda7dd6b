import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';

/** Leads to what everybody did. */
export function AuditSection() {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Who did what
      </Title>
      <Text>
        Whatever is changed, looked at or refused is kept.{' '}
        <Anchor inherit component={Link} href="/audit" underline="always">
          Read all of it
        </Anchor>
        , or begin at a patient or a person: “Who looked” and “Activity” lead there.
      </Text>
    </Stack>
  );
}
