import { setTimeout as sleep } from 'node:timers/promises';
import { asOwner } from './connection.js';

/** Somebody who is just changing from one connection to another has none for a moment. */
const MOMENT_IN_MS = 150;

/** Waits until nobody else is connected: a second command works on the PostgreSQL that the first one started. */
export async function untilAlone(socketDirectory: string): Promise<void> {
  await asOwner(socketDirectory, async (client) => {
    for (let alone = 0; alone < 2; await sleep(MOMENT_IN_MS)) {
      const { rows } = await client.query<{ others: number }>(COUNT_OTHERS);
      alone = rows[0]?.others === 0 ? alone + 1 : 0;
    }
  });
}

const COUNT_OTHERS = `
  SELECT count(*)::int AS others FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
