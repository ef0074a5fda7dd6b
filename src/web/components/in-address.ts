import { useSearchParams } from 'wouter';

/** A choice that the address of the page keeps, so that a reload, a bookmark and “back” find it again; empty where none was made. */
export function useInAddress(name: string): [string, (chosen: string) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (chosen: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (chosen === '') after.delete(name);
        else after.set(name, chosen);
        return after;
      },
      { replace: true },
    );
  return [search.get(name) ?? '', choose];
}
