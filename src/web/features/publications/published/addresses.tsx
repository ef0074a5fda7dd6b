import { Anchor, Group, Text } from '@mantine/core';
import { CopyText } from '../../../components/copy-text';
import { fileAddress } from '../../../components/download';
import type { Publication } from '../publication';
import { SidePanel } from './side-panel';

/** Where the public finds it. */
export function Addresses({ publication: { id, slug, state } }: { publication: Publication }) {
  const snapshot = `/v1/published/snapshots/${id}`;
  const page = `${window.location.origin}/published/${slug}`;
  return (
    <SidePanel title="Where it can be read">
      {state === 'approved' && (
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Anchor href={`/published/${slug}`} target="_blank" rel="noopener">
            The public page (opens a new tab)
          </Anchor>
          <CopyText text={page} of="the address of the public page" />
        </Group>
      )}
      <Group gap="md">
        <Anchor href={snapshot}>This version as JSON</Anchor>
        <Anchor href={fileAddress(snapshot, 'xlsx')}>as Excel</Anchor>
        <Anchor href={fileAddress(snapshot, 'csv')}>as CSV</Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        The JSON is signed; anybody can check that it was not changed.
      </Text>
    </SidePanel>
  );
}
