import { showInstant } from '../../../components/dates';
import { entryOf } from '../../../entries/entry';
import { useSession } from '../../../session/session';
import { shownEntry, type Cell } from '../store/cells';
import { withDay } from '../store/words';
import { Choices } from './choices';
import type { KeyedChoice } from './reasons';

interface Props {
  cell: Cell;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What two people wrote into one cell, to choose from. */
export function BothValues({ cell, onKeepMine, onTakeTheirs }: Props) {
  const { clinic } = useSession();
  const { recorded } = cell;
  const mine = shownEntry(cell);
  const theirs = entryOf(recorded);
  const who = recorded?.recordedByName ?? 'somebody';
  const when = recorded ? showInstant(recorded.recordedAt, clinic.timeZone) : '';
  const choices: KeyedChoice<'mine' | 'theirs'>[] = [
    { key: 't', label: `Take theirs: ${withDay(theirs)}, by ${who}, ${when}`, value: 'theirs' },
    { key: 'k', label: `Keep mine: ${withDay(mine)}`, value: 'mine' },
  ];
  return <Choices choices={choices} onChoose={(value) => (value === 'mine' ? onKeepMine() : onTakeTheirs())} />;
}
