import { counted } from '../../../domain/numbers/words.js';

const WORDS = {
  scored: { one: 'score', many: 'scores' },
  missed: { one: 'missed visit', many: 'missed visits' },
  'entered-in-error': { one: 'entry to take back', many: 'entries to take back' },
};

type State = keyof typeof WORDS;

/** What is needed of a `PendingWrite`. */
interface Pending {
  phase: { kind: string };
  write: { entry: { state: State } };
}

/** `3 scores and 1 missed visit wait for the network`, of what is sent again by itself; null where nothing is. */
export function waitingWords(pendings: Iterable<Pending>): string | null {
  const states = [...pendings].filter(({ phase }) => phase.kind === 'kept').map(({ write }) => write.entry.state);
  if (states.length === 0) return null;
  const parts = (Object.keys(WORDS) as State[]).flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [counted(count, WORDS[state].one, WORDS[state].many)];
  });
  return `${new Intl.ListFormat('en-US').format(parts)} ${states.length === 1 ? 'waits' : 'wait'} for the network`;
}
