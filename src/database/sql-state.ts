/** SQLSTATE of a database error, or null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/**
 * Is this a violation of that constraint? A shard may have added a suffix to the name, and may give it only in
 * the message.
 */
export function violates(error: unknown, constraint: string): boolean {
  const state = sqlStateOf(error);
  if (state === null || !state.startsWith('23')) return false;
  const { constraint: named, message } = error as { constraint?: string; message?: string };
  const pattern = new RegExp(`(^|[^a-z_])${constraint}(_\\d+)?($|[^a-z_])`);
  return pattern.test(named ?? '') || pattern.test(message ?? '');
}

const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

/** Is the database out of reach or going away, so that the same request may work in a few seconds? */
export function databaseUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null) return /^(08|53|57P0|25P04)/.test(state);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (code && NETWORK_CODES.has(code) && (syscall === 'connect' || syscall === 'read')) return true;
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
