import { getRandomValues } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
/** Asked for many ids at a time: to ask for one costs more than to make it. */
const pool = new Uint8Array(256 * RANDOM_BYTES);
let used = pool.length;
let latest = { msecs: 0, seq: 0 };

/** A new id: UUID v7, so that ids made later sort later, those of one millisecond too. */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  latest = now > latest.msecs ? { msecs: now, seq: firstOf(random) } : { ...latest, seq: latest.seq + 1 };
  return v7({ random, ...latest });
}

/** Half of the numbers that the counter of a millisecond has, so that as many ids can follow. */
function firstOf(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1;
}

function nextRandom(): Uint8Array {
  if (used === pool.length) {
    getRandomValues(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}
