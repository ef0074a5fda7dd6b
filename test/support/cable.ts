import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import pg from 'pg';

/** A cable to the database that a test can pull out and put back. */
export class Cable {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private port = 0;

  constructor(databaseUrl: string) {
    const { host, port } = new pg.Client({ connectionString: databaseUrl });
    const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
    this.server = createServer((near) => {
      const far = connect(target as { host: string; port: number });
      for (const socket of [near, far]) this.sockets.add(socket.on('error', () => undefined));
      near.pipe(far).pipe(near);
    });
  }

  async plugIn(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    ({ port: this.port } = this.server.address() as AddressInfo);
  }

  async pullOut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** The address of the same database at this end of the cable. */
  address(databaseUrl: string): string {
    const { user, password, database } = new pg.Client({ connectionString: databaseUrl });
    const who = `${user ?? ''}${password ? `:${password}` : ''}`;
    return `postgres://${who}@127.0.0.1:${this.port}/${database ?? ''}?sslmode=disable`;
  }
}
