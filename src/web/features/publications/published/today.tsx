import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { counted } from '../../../../domain/numbers/words';
import { ANALYSIS_SETS, type AnalysisSet } from '../../../../domain/cohort/sets';
import { Loaded } from '../../../components/loaded';
import { showDifference } from '../../../components/figures';
import type { Aging, PublicFigure } from '../publication';
import classes from '../publications.module.css';
import { todayQuery } from '../queries';
import { SidePanel } from './side-panel';
import { decimalsOf, publicValue } from '../words';

/** What would it say today? Later scores change nothing that was published; a director sees how far it has aged. */
export function Today({ id }: { id: string }) {
  const query = useQuery(todayQuery(id));
  return (
    <SidePanel title="What would it say today?">
      <Loaded query={query}>{(today) => <Answer today={today} />}</Loaded>
    </SidePanel>
  );
}

function Answer({ today: { aged, courses, figures } }: { today: Aging }) {
  if (!aged) return <Text size="sm">The same: nothing that it counts has changed since.</Text>;
  const moved = figures.filter(({ then, now }) => then !== now);
  return (
    <>
      <Text size="sm">
        It has aged; what is public stays as it was. {courses && movesInWords(courses)}
        {moved.length === 0 && ' No figure would differ.'}
      </Text>
      {moved.length > 0 && (
        <List listStyleType="none" size="sm" spacing="xs">
          {moved.map((figure) => (
            <List.Item key={`${figure.set}.${figure.name}`}>
              <Moved figure={figure} />
            </List.Item>
          ))}
        </List>
      )}
      {moved.length > 0 && moved.length < figures.length && (
        <Text size="sm" c="dimmed">
          The other {figures.length - moved.length} would be the same.
        </Text>
      )}
      <Text size="sm" c="dimmed">
        A new draft of the same address can take its place.
      </Text>
    </>
  );
}

/** `Response, starters: 57 % then, 56 % now (−1 percentage points)`. */
function Moved({ figure }: { figure: Aging['figures'][number] }) {
  const { label, then, now, difference, withheldNow } = figure;
  const set = ANALYSIS_SETS[figure.set as AnalysisSet];
  const unit = figure.unit as PublicFigure['unit'];
  return (
    <>
      {label}, {set.label.toLowerCase()}
      <br />
      <span className={classes.then}>{publicValue({ value: then, unit })}</span> then,{' '}
      <b>{withheldNow ? 'withheld' : publicValue({ value: now, unit })}</b> now
      {difference !== null && ` (${showDifference(difference, unit, decimalsOf(unit))})`}
    </>
  );
}

function movesInWords({ added, left, countedDifferently }: NonNullable<Aging['courses']>): string {
  const parts = [
    added > 0 && `${counted(added, 'course')} would be added`,
    left > 0 && `${left} left out`,
    countedDifferently > 0 && `${countedDifferently} counted differently`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
