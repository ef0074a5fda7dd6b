import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from '../publications.module.css';

const WIDTHS = [
  { value: '320px', label: 'Phone, 320 px' },
  { value: '100%', label: 'As wide as here' },
];
const LEAST_HEIGHT = 160;

/** The embed as a site shows it, as high as it wants to be. */
export function EmbedPreview({ address, title }: { address: string; title: string }) {
  const [width, setWidth] = useState('100%');
  const [height, setHeight] = useState(LEAST_HEIGHT);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const fit = ({ source, data }: MessageEvent<{ cudosEmbedHeight?: number } | null>) => {
      const asked = data?.cudosEmbedHeight;
      if (source === frame.current?.contentWindow && typeof asked === 'number') setHeight(Math.ceil(asked));
    };
    window.addEventListener('message', fit);
    return () => window.removeEventListener('message', fit);
  }, []);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          How it looks
        </Text>
        <SegmentedControl aria-label="Width of the preview" size="xs" data={WIDTHS} value={width} onChange={setWidth} />
      </Group>
      <iframe ref={frame} className={classes.look} style={{ width, height }} src={address} title={title} />
    </Stack>
  );
}
