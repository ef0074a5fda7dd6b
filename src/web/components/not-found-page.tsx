import { Button, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Page } from './page';

export function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <Text mb="md">Nothing is at this address, or it is not meant for your role. Nothing was changed.</Text>
      <Button component={Link} href="/">
        Go to the start
      </Button>
    </Page>
  );
}
