import { Button, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { COMPARED_BY, type ComparedBy } from '../../../domain/cohort/differences/funnel';
import { ChartFigure } from '../../components/chart-figure';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { useSession } from '../../session/session';
import { CohortLine } from './cohort-line';
import { differencesQuery } from './cohort-queries';
import { addressOf, askedBy, useCohortSearch } from './cohort-search';
import { OutcomeFilters } from './filters/outcome-filters';
import classes from './outcomes.module.css';

const LABELS: Readonly<Record<ComparedBy, string>> = { clinician: 'Clinicians', indication: 'Indications' };
const CHOICES = COMPARED_BY.map((value) => ({ value, label: LABELS[value] }));

/** Whether clinicians, or indications, differ by more than chance. */
export default function DifferencesPage() {
  const { search, change } = useCohortSearch();
  const { clinic } = useSession();
  const [, navigate] = useLocation();
  const query = useQuery(differencesQuery(askedBy(search, clinic.today)));
  return (
    <Page
      title="Do they differ by more than chance?"
      lead="Response of starters by clinician or indication, each with the baselines it had. Not a league table."
      actions={
        <Button component={Link} href={addressOf('/outcomes', search, { by: null })} variant="default">
          Back to the outcomes
        </Button>
      }
    >
      <OutcomeFilters error={query.error} reset={() => navigate('/outcomes/differences')} />
      <SegmentedControl
        aria-label="Compared by"
        className={classes.screen}
        data={CHOICES}
        value={search.get('by') ?? 'clinician'}
        onChange={(by) => change({ by })}
        mb="sm"
      />
      <Loaded query={query} height={560}>
        {(chart) => (
          <>
            <CohortLine said={chart} />
            <ChartFigure chart={chart} title={LABELS[chart.by]} href={null} order={2} />
            <Text size="sm" mt="sm" maw="60rem">
              Within the lines nothing but chance is needed to explain a difference, so there is nothing to rank. Beyond
              them look first at what was recorded and at who is treated; both can differ by more than the baseline.
            </Text>
          </>
        )}
      </Loaded>
    </Page>
  );
}
