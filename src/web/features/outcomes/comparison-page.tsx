import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { periodCalled } from '../../../domain/calendar/named-period';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { faultOf } from '../../api/problem';
import { useSession } from '../../session/session';
import { addressOf, askedBy, useCohortSearch } from './cohort-search';
import { comparisonQuery } from './cohort-queries';
import { Comparison } from './comparison';
import { OutcomeFilters } from './filters/outcome-filters';
import { PeriodField } from './filters/period-field';
import { thisYearAndLast } from './filters/periods';

/** Two periods side by side; until others are chosen this year and the last. */
export default function ComparisonPage() {
  const { search, change } = useCohortSearch();
  const { clinic } = useSession();
  const [, navigate] = useLocation();
  const asked = { ...thisYearAndLast(clinic.today), ...askedBy(search, clinic.today) };
  const query = useQuery(comparisonQuery(asked));
  const called = { period: periodCalled(asked.period), against: periodCalled(asked.against) };
  const period = (name: 'period' | 'against', label: string) => (
    <PeriodField
      key={`${name} ${search.get(name)}`}
      label={label}
      value={search.get(name) ?? asked[name]}
      error={faultOf(query.error, `/${name}`)}
      onCommit={(text) => change({ [name]: text })}
    />
  );
  return (
    <Page
      title="Comparison of two periods"
      lead="The same figures of courses that started in one period, and in another."
      actions={
        <Button component={Link} href={addressOf('/outcomes', search, { against: null })} variant="default">
          Back to the outcomes
        </Button>
      }
    >
      <OutcomeFilters
        error={query.error}
        periods={
          <>
            {period('period', 'Started in')}
            {period('against', 'Compared with')}
          </>
        }
        reset={() => navigate('/outcomes/comparison')}
      />
      <Loaded query={query} height={640}>
        {(comparison) => <Comparison comparison={comparison} asked={called} busy={query.isPlaceholderData} />}
      </Loaded>
    </Page>
  );
}
