import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { ALL_KINDS, addressOf, askedBy, useCohortSearch } from './cohort-search';
import { cohortOutcomeQuery } from './cohort-queries';
import { Dashboard } from './dashboard';
import { OutcomeFilters } from './outcome-filters';
import classes from './outcomes.module.css';

/** What the clinic achieved, for its director: one cohort, chosen by the address. */
export default function OutcomesPage() {
  const { search } = useCohortSearch();
  const [, navigate] = useLocation();
  const asked = askedBy(search);
  const query = useQuery(cohortOutcomeQuery(asked));
  const comparison = addressOf('/outcomes/comparison', search, {
    period: null,
    from: null,
    to: null,
  });
  return (
    <Page
      title="Outcomes"
      lead="What the clinic’s concluded courses achieved, and how sure that is."
      actions={
        <Button component={Link} href={comparison} variant="default" className={classes.screen}>
          Compare two periods
        </Button>
      }
    >
      <OutcomeFilters error={query.error} reset={() => navigate('/outcomes')} />
      <Loaded query={query} height={640}>
        {(outcome) => (
          <Dashboard
            outcome={outcome}
            asked={asked}
            busy={query.isPlaceholderData}
            showAll={() => navigate(`/outcomes?kind=${ALL_KINDS}`)}
          />
        )}
      </Loaded>
    </Page>
  );
}
