/** SQLSTATE of a database error, or null for any other error: `EPIPE` has five letters too, but no digit. */
export function sqlStateOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
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

const NETWORK_CODES = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
const DRIVER_SAYS = new RegExp(
  'Connection terminated|Client was closed|timeout exceeded when trying to connect|timeout expired|encountered a connection error|' +
    // The pool or the data source is closed.
    'after calling end on the pool|is not established',
);
/** Ended by a time-out, or to end a deadlock: nothing of it was saved. */
const ENDED = new Set(['57014', '55P03', '25P03', '40001', '40P01']);
const NO_ROOM = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const NO_HANDLES = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/** Why a request can't be answered now although nothing is wrong with it; null for any other error. */
export function obstacleOf(error: unknown): 'statement-ended' | 'disk-full' | 'no-handles' | 'unavailable' | null {
  const state = sqlStateOf(error) ?? '';
  const { code = '' } = (error ?? {}) as { code?: string };
  if (ENDED.has(state)) return 'statement-ended';
  if (NO_ROOM.has(state) || NO_ROOM.has(code)) return 'disk-full';
  if (NO_HANDLES.has(code)) return 'no-handles';
  return databaseUnavailable(error) ? 'unavailable' : null;
}

/** Is the database out of reach or going away, so that the same request may work in a few seconds? */
export function databaseUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null) return /^(08|53|57P0|25P04)/.test(state);
  const { code, syscall, message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  // A missing socket is a missing server; any other missing file is not.
  if (code === 'ENOENT') return syscall === 'connect';
  return NETWORK_CODES.has(code ?? '') || DRIVER_SAYS.test(message ?? '');
}

/** Does the server answer that another one, which it needs, does not? */
export function lacksNode(error: unknown): boolean {
  const { severity } = error as { severity?: string };
  return severity === 'ERROR' && (sqlStateOf(error)?.startsWith('08') ?? false);
}
