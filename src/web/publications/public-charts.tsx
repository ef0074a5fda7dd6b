import { Paper, Text, Title } from '@mantine/core';
import { ChartFigure } from '../parts/chart-figure';
import type { PublicChart } from './publication';
import classes from './publications.module.css';

interface Props {
  charts: readonly PublicChart[];
  /** Of the publication's charts; null as long as they can't be had. */
  address: string | null;
}

/** The charts that are public; in place of one that is withheld, why. */
export function PublicCharts({ charts, address }: Props) {
  return (
    <div className={classes.charts}>
      {charts.map(({ name, title, chart, withheld }) =>
        chart === null ? (
          <Paper key={name} withBorder radius="md" p="md" className={classes.withheld}>
            <Title order={4} size="h5">
              {title}
            </Title>
            <Text size="sm">
              <b>Withheld.</b> {withheld?.reason}
            </Text>
          </Paper>
        ) : (
          <ChartFigure
            key={name}
            chart={chart}
            title={title}
            href={address && `${address}/charts/${name}`}
            note="Rounded as it is published."
            order={4}
          />
        ),
      )}
    </div>
  );
}
