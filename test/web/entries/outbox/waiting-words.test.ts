import { expect, test } from '@jest/globals';
import { waitingWords } from '../../../../src/web/entries/outbox/waiting-words.js';

type State = 'scored' | 'missed' | 'entered-in-error';

const pending = (state: State, kind = 'kept') => ({ write: { entry: { state } }, phase: { kind } });

test.each<[State[], string | null]>([
  [[], null],
  [['scored'], '1 score waits for the network'],
  [['scored', 'scored'], '2 scores wait for the network'],
  [['missed'], '1 missed visit waits for the network'],
  [['missed', 'scored'], '1 score and 1 missed visit wait for the network'],
  [['missed', 'missed', 'entered-in-error'], '2 missed visits and 1 entry to take back wait for the network'],
  [
    ['scored', 'missed', 'entered-in-error', 'entered-in-error'],
    '1 score, 1 missed visit, and 2 entries to take back wait for the network',
  ],
])('%j that wait are counted each as what it is', (states, words) => {
  expect(waitingWords(states.map((state) => pending(state)))).toBe(words);
});

test('what is being sent does not wait', () => {
  expect(waitingWords([pending('scored', 'saving'), pending('missed')])).toBe('1 missed visit waits for the network');
});
