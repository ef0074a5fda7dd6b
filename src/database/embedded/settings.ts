export type Durability = 'full' | 'throwaway';

const ALWAYS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '128MB',
  // Containers have 64 MB of /dev/shm, and PostgreSQL fails in mid-query when that is full.
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  // A statement or a DETAIL can quote a patient's data.
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For tests and the demo: a power cut may destroy the cluster, and nobody minds. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

const FULL = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

/** PostgreSQL's settings as arguments, so that a new release's reach clusters made by an older one. */
export function serverArguments(
  name: string,
  socketDirectory: string,
  durability: Durability,
  others: Record<string, string> = {},
): string[] {
  const settings = {
    ...ALWAYS,
    ...(durability === 'throwaway' ? THROWAWAY : FULL),
    ...others,
    cluster_name: name,
    unix_socket_directories: socketDirectory,
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}
