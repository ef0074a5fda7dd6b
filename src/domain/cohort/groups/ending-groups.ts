import { endingLabel } from '../../course/judgement/ending.js';
import { groupOf } from './group.js';
import type { Group, Named } from './group.js';

/** Whose course ran to its end, fell silent, or was stopped for this reason? */
export function endedBy(ending: string): Group {
  return groupOf(namedEnding(ending), ['ending'], (course) => course.ending === ending);
}

function namedEnding(ending: string): Named {
  const label = endingLabel(ending);
  if (ending === 'completed') return { name: 'completed', label };
  if (ending === 'noFurtherVisit') return { name: 'lost', label: `Lost: ${label.toLowerCase()}` };
  return { name: `stopped-${ending}`, label: `Stopped: ${label.toLowerCase()}` };
}

/** Whose course was stopped, for whichever reason? */
export const STOPPED = groupOf({ name: 'stopped', label: 'Stopped' }, ['ending'], ({ ending }) => {
  return ending !== 'completed' && ending !== 'noFurtherVisit';
});
