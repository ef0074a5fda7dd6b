import { Paper, Text, Title } from '@mantine/core';
import { ChartFigure } from '../../../components/chart-figure';
import type { PublicChart } from '../publication';
import classes from '../publications.module.css';
import { WithApproval } from './with-approval';

interface Props {
  charts: readonly PublicChart[];
  /** Of the publication's charts; null as long as they can't be had. */
  address: string | null;
}

/** The charts that are public; in place of one that is withheld or not shown yet, why. */
export function PublicCharts({ charts, address }: Props) {
  return (
    <div className={classes.charts}>
      {charts.map(({ name, title, chart, withheld }) =>
        chart === null ? (
          <NotShown key={name} {...{ title, withheld }} />
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

function NotShown({ title, withheld }: Pick<PublicChart, 'title' | 'withheld'>) {
  return (
    <Paper withBorder radius="md" p="md" className={withheld ? classes.withheld : classes.later}>
      <Title order={4} size="h5">
        {title}
      </Title>
      {withheld ? (
        <Text size="sm">
          <b>Withheld.</b> {withheld.reason}
        </Text>
      ) : (
        <WithApproval />
      )}
    </Paper>
  );
}
