import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { useSession } from '../../session/session';
import { ALL_KINDS, addressOf, askedBy, useCohortSearch } from './cohort-search';
import { dashboardQuery } from './cohort-queries';
import { Dashboard } from './dashboard';
import { OutcomeFilters } from './filters/outcome-filters';

/** What the clinic achieved, for its director: one cohort, chosen by the address. */
export default function OutcomesPage() {
  const { search } = useCohortSearch();
  const { clinic } = useSession();
  const [, navigate] = useLocation();
  // A choice is shown at once; what was counted for the one before is drawn again behind it.
  const asked = useDeferredValue(useMemo(() => askedBy(search, clinic.today), [search, clinic.today]));
  const query = useQuery(dashboardQuery(asked));
  const differences = addressOf('/outcomes/differences', search);
  const showAll = useCallback(() => navigate(`/outcomes?kind=${ALL_KINDS}`), [navigate]);
  const comparison = addressOf('/outcomes/comparison', search, {
    period: null,
    from: null,
    to: null,
  });
  return (
    <Page
      title="Outcomes"
      actions={
        <>
          <Button component={Link} href={differences} variant="default">
            Do clinicians differ?
          </Button>
          <Button component={Link} href={addressOf('/outcomes/marks', search)} variant="default">
            Were the marks right?
          </Button>
          <Button component={Link} href={comparison} variant="default">
            Compare two periods
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      <OutcomeFilters error={query.error} reset={() => navigate('/outcomes')} />
      <Loaded query={query} height={640}>
        {(dashboard) => (
          <Dashboard outcome={dashboard} asked={asked} busy={query.isPlaceholderData} showAll={showAll} />
        )}
      </Loaded>
    </Page>
  );
}
