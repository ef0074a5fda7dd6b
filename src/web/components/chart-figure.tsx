import { Box, Button, Group, Paper, Skeleton, Stack, Text, Title, useComputedColorScheme } from '@mantine/core';
import { useId, useState } from 'react';
import type { Schemas } from '../api/client';
import { ChartDownloads } from './chart-downloads';
import classes from './chart-figure.module.css';
import { captionOf, hasValues } from './chart-screen';
import { ChartTable } from './chart-table';
import { useDownload } from './download';
import { lazyPart } from './loading/lazy-part';
import { usePrinting } from './printing';
import { ProblemNotice } from './problem-notice';

const LazyCanvas = lazyPart(
  async () => (await import('./chart-canvas')).ChartCanvas,
  () => <Skeleton height="100%" />,
);

/** Pixels: three charts, with what is above them, fit on a laptop’s screen. */
const GLANCE_HEIGHT = 270;

interface Props {
  chart: Schemas['Chart'];
  /** A few words: the heading above the chart. What it counts comes from the chart itself. */
  title: string;
  /** Address of the chart's JSON, with its query; beside it are its picture and its table. None where it can't be taken away yet. */
  href: string | null;
  /** What is to be known of the numbers in its table. */
  note?: string;
  /** Of the heading. */
  order?: 2 | 3 | 4;
  /** One of several on a screen: its own title is the heading, and it is lower. */
  atAGlance?: boolean;
  /** Pixels: as wide as this it is drawn for paper, where it is as wide as its place. */
  paperWidth?: number;
}

/** A chart with its heading, its downloads, and its data as a table behind a toggle. */
export function ChartFigure({ chart, title, href, note, order = 3, atAGlance = false, paperWidth = 680 }: Props) {
  const [tabled, setTabled] = useState(false);
  const id = useId();
  const caption = captionOf(chart);
  const isDrawn = hasValues(chart);
  const download = useDownload();
  const downloads = href !== null && (
    <div className={classes.tools}>
      <ChartDownloads title={title} href={href} download={download} />
    </div>
  );
  return (
    <Paper component="figure" withBorder radius="md" p={atAGlance ? 'sm' : 'md'} m={0} className={classes.figure}>
      <Stack gap={atAGlance ? 4 : 'xs'} h="100%">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={order} size={atAGlance ? 'h5' : 'h4'} id={`${id}-title`}>
            {atAGlance ? caption.title : title}
          </Title>
          {!atAGlance && downloads}
        </Group>
        {download.error && <ProblemNotice error={download.error} />}
        <Box component="figcaption">
          {!atAGlance && (
            <Text size="sm" fw={500}>
              {caption.title}
            </Text>
          )}
          {caption.lines.map((line) => (
            <Text key={line} size={atAGlance ? 'xs' : 'sm'} c="dimmed">
              {line}
            </Text>
          ))}
        </Box>
        {isDrawn && <Drawing chart={chart} height={atAGlance ? GLANCE_HEIGHT : undefined} paperWidth={paperWidth} />}
        <Group className={classes.tools} justify="space-between" gap={4} mt={isDrawn ? 0 : 'auto'}>
          <Button
            variant="subtle"
            size="compact-sm"
            ml={-8}
            aria-expanded={tabled}
            aria-controls={`${id}-table`}
            aria-describedby={`${id}-title`}
            onClick={() => setTabled(!tabled)}
          >
            {tableWords(atAGlance, tabled)}
          </Button>
          {atAGlance && downloads}
        </Group>
        <div id={`${id}-table`}>{tabled && <ChartTable table={chart.table} note={note} />}</div>
      </Stack>
    </Paper>
  );
}

function tableWords(isShort: boolean, tabled: boolean): string {
  if (isShort) return 'Table';
  return tabled ? 'Hide the table' : 'Show as a table';
}

function Drawing({
  chart,
  height = chart.type === 'bubble' ? 480 : 400,
  paperWidth,
}: {
  chart: Schemas['Chart'];
  height?: number;
  paperWidth: number;
}) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const printing = usePrinting();
  return (
    <Box className={classes.drawing} h={height} w={printing ? paperWidth : '100%'} mt="auto">
      {/* Drawn again: what is resized is drawn too late for a print. */}
      <LazyCanvas key={String(printing)} chart={chart} theme={printing ? 'light' : scheme} />
    </Box>
  );
}
