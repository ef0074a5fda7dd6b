import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Publication } from '../publication';
import { EmbedBuilder } from './embed-builder';
import { SidePanel } from './side-panel';

/** The way to show the figures on a website. */
export function EmbedCodes({ publication }: { publication: Publication }) {
  const [building, setBuilding] = useState(false);
  return (
    <SidePanel title="On a website">
      <Text size="sm" c="dimmed">
        One line shows the figures on the clinic’s own site, with their n, interval and caveats. It follows: a newer
        version takes their place, and a withdrawal is shown.
      </Text>
      <div>
        <Button variant="light" size="sm" onClick={() => setBuilding(true)}>
          Choose what to show
        </Button>
      </div>
      {building && <EmbedBuilder publication={publication} onClose={() => setBuilding(false)} />}
    </SidePanel>
  );
}
