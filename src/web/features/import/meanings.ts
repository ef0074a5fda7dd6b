import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys';
import { api, bodyOf, type Schemas } from '../../api/client';

export type Meaning = Schemas['ColumnMeaningResponse'];

/** Everything that a column may mean, and how large a file may be. */
export const meaningsQuery = queryOptions({
  queryKey: queryKeys.importColumns,
  queryFn: () => bodyOf(api.GET('/v1/imports/columns')),
  staleTime: Infinity,
});

/** What keeps the columns from being imported so, by the place of the column, and for the whole file. */
export function problemsOf(chosen: readonly string[], header: readonly string[], all: Meaning[]) {
  const twice = new Map<number, string>();
  chosen.forEach((name, at) => {
    const first = chosen.indexOf(name);
    if (name === '' || first === at) return;
    twice.set(at, `“${header[first] ?? ''}” means this already.`);
  });
  // A file with one row a visit has the score of each visit in one column.
  const visits = chosen.includes('visit_score');
  const missing = all.filter(
    ({ name, required }) => required && !chosen.includes(name) && !(visits && name === 'score_1'),
  );
  return { twice, missing };
}
