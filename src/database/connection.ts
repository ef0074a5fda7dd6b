/** How the service reaches its database: the URL, the role it works under, and how many connections at most. */
export interface Connection {
  url: string;
  /** Role that every transaction takes; null where the one of the URL is bound by row-level security anyway. */
  role: string | null;
  poolSize: number;
  /** An exported snapshot that everything is read from, where a backup counts; else what is committed. */
  snapshot?: string;
  /** Milliseconds that a statement may take; without them it takes as long as it takes, as migrations do. */
  patience?: number;
  /** A replica for reports, and how many milliseconds it may be behind; missing or null where there is none. */
  replica?: { url: string; longestLag: number } | null;
}
