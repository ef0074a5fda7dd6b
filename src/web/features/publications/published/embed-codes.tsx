import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyText } from '../../../components/copy-text';
import type { Publication } from '../publication';
import classes from '../publications.module.css';
import { SidePanel } from './side-panel';

/** What a website pastes to show the figures, and how they look there. */
export function EmbedCodes({ publication: { slug, title } }: { publication: Publication }) {
  const [looking, setLooking] = useState(false);
  const { origin } = window.location;
  const script = `<script src="${origin}/embed.js" data-publication="${slug}" async></script>`;
  const frame = `<iframe src="${origin}/embed/${slug}" title="${escaped(title)}" width="100%" height="900" loading="lazy" style="border:0"></iframe>`;
  return (
    <SidePanel title="On a website">
      <Text size="sm" c="dimmed">
        Either code shows the figures with their n, interval and caveats, and follows: a newer version takes their
        place, and a withdrawal is shown.
      </Text>
      <Code name="Script" code={script} />
      <Code name="Frame, where scripts are not allowed" code={frame} />
      <div>
        <Button variant="subtle" size="compact-sm" aria-expanded={looking} onClick={() => setLooking(!looking)}>
          {looking ? 'Hide how it looks' : 'Show how it looks'}
        </Button>
      </div>
      {looking && <iframe className={classes.look} src={`/embed/${slug}`} title={`${title}, as embedded`} />}
    </SidePanel>
  );
}

function Code({ name, code }: { name: string; code: string }) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <CopyText text={code} of={`the code: ${name}`} />
      </Group>
      <pre className={classes.code}>
        <code>{code}</code>
      </pre>
    </Stack>
  );
}

/** A title, escaped for an attribute. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
