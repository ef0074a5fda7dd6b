import pg from 'pg';

/** Bootstrap superuser and owner of everything: migrations run as it. */
export const OWNER = 'cudos_owner';
/** What the service works as: row-level security binds it. The migrations give their rights to the same name. */
export const SERVICE_ROLE = 'cudos_service';
export const DATABASE = 'cudos';

/**
 * The address of a database behind a socket. Port and sslmode are said, though they are the defaults, because
 * pg would else take PGPORT and PGSSLMODE from the environment.
 */
export function socketUrl(socketDirectory: string, role: string, database = DATABASE): string {
  const host = encodeURIComponent(socketDirectory);
  return `postgres://${role}@/${database}?host=${host}&port=5432&sslmode=disable`;
}

/** Does something with one connection of the owner to the maintenance database. */
export async function asOwner<T>(socketDirectory: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: socketUrl(socketDirectory, OWNER, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a connection lost in between would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await act(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
