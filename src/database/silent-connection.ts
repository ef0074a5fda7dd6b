import type { Socket } from 'node:net';
import pg from 'pg';

/**
 * A connection that is given up when nothing goes over it for so long: a server that hangs would keep every connection of
 * the pool, and with them the service. The pool closes idle ones earlier, so this one is in use.
 */
export function clientThatGivesUp(milliseconds: number): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // Only then it is known whether the stream is one of TLS.
      this.once('connect', () => {
        const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
        stream.setTimeout(milliseconds, () =>
          stream.destroy(new Error('Connection terminated: the database said nothing')),
        );
      });
    }
  };
}
