import { Alert, Box, Stack, Title } from '@mantine/core';
import { comparisonForestChart } from '../../../domain/charts/cohort/comparison-forest';
import type { Schemas } from '../../api/client';
import { ChartFigure } from '../../components/chart-figure';
import { CohortLine } from './cohort-line';
import { choiceInWords } from '../../components/cohort-words';
import { ComparedLadders } from './compared-ladders';
import { ComparisonTable } from './comparison-table';
import type { ComparedPeriods } from './filters/periods';
import classes from './outcomes.module.css';

interface Props {
  comparison: Schemas['ComparisonResponse'];
  asked: ComparedPeriods;
  /** Others are being counted; what is shown is of those before. */
  busy: boolean;
}

/** What must be read with a comparison, both ladders, and the figures side by side. */
export function Comparison({ comparison, asked, busy }: Props) {
  const { asOf, definitionsVersion, note, period, against, figures } = comparison;
  const unfinished = [
    [asked.period, period.unfinished],
    [asked.against, against.unfinished],
  ].flatMap(([name, words]) => (words === null ? [] : [`${name}: ${words}`]));
  const said = { asOf, definitionsVersion, filter: period.filter };
  return (
    <Stack gap="lg" className={`${classes.compared} ${busy ? classes.busy : ''}`} aria-busy={busy}>
      <CohortLine said={said} words={(...filter) => choiceInWords(...filter).join(', ')} />
      <Alert variant="default" title="No proof of an effect">
        {note}
      </Alert>
      {unfinished.length > 0 && (
        <Alert variant="default" title="Not over yet">
          {unfinished.join('; ')}. Those who finish early are not like those who finish late, so what is said of this
          time is no result yet.
        </Alert>
      )}
      <ChartFigure
        chart={comparisonForestChart(figures, asked)}
        title="Better, worse, or chance?"
        href={null}
        order={2}
      />
      <Box component="section" aria-labelledby="ladders">
        <Title order={2} size="h3" id="ladders" mb="xs">
          Who is counted
        </Title>
        <ComparedLadders period={period} against={against} asked={asked} />
      </Box>
      <Box component="section" aria-labelledby="figures">
        <Title order={2} size="h3" id="figures" mb="xs">
          Figures
        </Title>
        <ComparisonTable
          figures={figures}
          asked={asked}
          unfinished={{ period: period.unfinished, against: against.unfinished }}
        />
      </Box>
    </Stack>
  );
}
