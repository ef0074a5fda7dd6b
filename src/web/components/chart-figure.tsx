import { Box, Button, Group, Paper, Skeleton, Stack, Text, Title, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import type { Schemas } from '../api/client';
import { ChartDownloads } from './chart-downloads';
import classes from './chart-figure.module.css';
import { captionOf } from './chart-screen';
import { ChartTable } from './chart-table';
import { useDownload } from './download';
import { usePrinting } from './printing';
import { ProblemNotice } from './problem-notice';

const ChartCanvas = lazy(() => import('./chart-canvas'));

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
}

/** A chart with its heading, its downloads, and its data as a table behind a toggle. */
export function ChartFigure({ chart, title, href, note, order = 3 }: Props) {
  const [tabled, setTabled] = useState(false);
  const id = useId();
  const caption = captionOf(chart);
  const download = useDownload();
  return (
    <Paper component="figure" withBorder radius="md" p="md" m={0} className={classes.figure}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={order} size="h4" id={`${id}-title`}>
            {title}
          </Title>
          {href !== null && (
            <div className={classes.tools}>
              <ChartDownloads title={title} href={href} download={download} />
            </div>
          )}
        </Group>
        {download.error && <ProblemNotice error={download.error} />}
        <Box component="figcaption">
          <Text size="sm" fw={500}>
            {caption.title}
          </Text>
          {caption.lines.map((line) => (
            <Text key={line} size="sm" c="dimmed">
              {line}
            </Text>
          ))}
        </Box>
        <Drawing chart={chart} />
        <div className={classes.tools}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={tabled}
            aria-controls={`${id}-table`}
            aria-describedby={`${id}-title`}
            onClick={() => setTabled(!tabled)}
          >
            {tabled ? 'Hide the table' : 'Show as a table'}
          </Button>
        </div>
        <div id={`${id}-table`}>{tabled && <ChartTable table={chart.table} note={note} />}</div>
      </Stack>
    </Paper>
  );
}

function Drawing({ chart }: { chart: Schemas['Chart'] }) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const printing = usePrinting();
  const height = chart.type === 'bubble' ? 480 : 400;
  return (
    <Box className={classes.drawing} h={height}>
      <Suspense fallback={<Skeleton height={height} />}>
        <ChartCanvas chart={chart} theme={printing ? 'light' : scheme} />
      </Suspense>
    </Box>
  );
}
