import { Button, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { rate } from '../../../../domain/statistics/rate';
import { rateInWords } from '../../../../domain/statistics/words';
import { Empty } from '../../../components/empty';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { useSession } from '../../../session/session';
import { CohortLine } from '../cohort-line';
import { marksQuery } from '../cohort-queries';
import { addressOf, askedBy, useCohortSearch } from '../cohort-search';
import { MarksTable } from './marks-table';
import { OutcomeFilters } from '../filters/outcome-filters';

/** How often the marks were right that ask to look at a course under way. */
export default function MarksPage() {
  const { search } = useCohortSearch();
  const { clinic } = useSession();
  const [, navigate] = useLocation();
  const query = useQuery(marksQuery(askedBy(search, clinic.today)));
  return (
    <Page
      title="Were the marks right?"
      lead="How many of the courses that were marked responded in the end, and how many of the others."
      actions={
        <Button component={Link} href={addressOf('/outcomes', search)} variant="default">
          Back to the outcomes
        </Button>
      }
    >
      <OutcomeFilters error={query.error} reset={() => navigate('/outcomes/marks')} />
      <Loaded query={query} height={560}>
        {({ starters, marks, ...said }) => (
          <>
            <CohortLine said={said} />
            {starters.n === 0 ? (
              <Empty title="No concluded course yet">
                Marks are judged by courses that are over and have a baseline.
              </Empty>
            ) : (
              <>
                <Text my="xs">
                  Of all who started, marked or not, {rateInWords(rate(starters.count, starters.n), 0)} responded.
                </Text>
                <MarksTable marks={marks} />
                <HowItIsCounted />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function HowItIsCounted() {
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb={4}>
        How it is counted
      </Title>
      <List size="sm" maw="60rem" spacing={2}>
        <List.Item>
          Courses that are over and have a score at infusion 1. Who has no score at infusion 6 has not responded, as in
          the response of all who started.
        </List.Item>
        <List.Item>
          Marked is who had the mark on any day before infusion 6, by what had been scored until that day and the
          baselines that the clinic had then; what came later takes no mark away. A score counts from the day of its
          visit, even if it was typed later, and as it was corrected since.
        </List.Item>
        <List.Item>
          Not marked is whom the mark could have been set on and was not. Courses with too few scores for it are on
          neither side.
        </List.Item>
        <List.Item>Intervals are 95 %, by Wilson, those of differences by Newcombe.</List.Item>
      </List>
      <Title order={2} size="h4" mt="md" mb={4}>
        What a mark can’t say
      </Title>
      <List size="sm" maw="60rem" spacing={2}>
        <List.Item>
          What would have become of the course without it. Where somebody looked and changed something, a mark that
          helped looks wrong here.
        </List.Item>
        <List.Item>
          Whether to stop. Some who were marked responded, and some benefit without a response, or after infusion 6.
        </List.Item>
        <List.Item>
          How it will be. These are courses of the past, and few of them where the intervals are wide. A mark is set by
          scores that are part of the outcome, so some agreement is there without any insight.
        </List.Item>
      </List>
    </>
  );
}
