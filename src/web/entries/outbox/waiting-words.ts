import { countInFigures } from '../../../domain/numbers/words';

/** `3 scores wait for the network`; a visit that was missed is one of them. */
export function waitingWords(count: number): string {
  return count === 1 ? '1 score waits for the network' : `${countInFigures(count)} scores wait for the network`;
}
