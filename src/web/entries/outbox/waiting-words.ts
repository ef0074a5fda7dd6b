import { counted } from '../../../domain/numbers/words';

/** `3 scores wait for the network`; a visit that was missed is one of them. */
export function waitingWords(count: number): string {
  return `${counted(count, 'score waits', 'scores wait')} for the network`;
}
