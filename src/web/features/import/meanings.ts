import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { Report } from './import-stream';
import { csvOf } from './sheet';

export type Meaning = Schemas['ColumnMeaningResponse'];

/** Everything that a column may mean, and how large a file may be. */
export const meaningsQuery = queryOptions({
  queryKey: queryKeys.importColumns,
  queryFn: () => bodyOf(api.GET('/v1/imports/columns')),
  staleTime: Infinity,
});

/** What the service understands of a header, a name for each column; empty where it understands nothing. */
export async function understood(header: readonly string[]): Promise<string[]> {
  const report = await bodyOf(
    api.POST('/v1/imports', {
      body: csvOf([[...header]], 0, ','),
      bodySerializer: (text: string) => text,
      headers: { 'Content-Type': 'text/csv' },
    }),
  );
  return (report as Report).columns.map(({ meaning }) => meaning ?? '');
}

/** What keeps the columns from being imported so, by the place of the column, and for the whole file. */
export function problemsOf(chosen: readonly string[], header: readonly string[], all: Meaning[]) {
  const twice = new Map<number, string>();
  chosen.forEach((name, at) => {
    const first = chosen.indexOf(name);
    if (name === '' || first === at) return;
    twice.set(at, `“${header[first] ?? ''}” means this already.`);
  });
  const missing = all.filter(({ name, required }) => required && !chosen.includes(name));
  return { twice, missing };
}
