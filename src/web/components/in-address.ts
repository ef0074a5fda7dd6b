import { useSearchParams } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { useShownPlace } from './shown-place';

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
      { replace: true, state: keptBeside() },
    );
  return [search.get(name) ?? '', choose];
}

/**
 * What was typed to find a patient: a reload and “back” find it again, but it is in no address. Browsers show those they
 * remember to everybody at a desk, also after sign-out, and logs on the way to the service keep them.
 */
export function useBesideAddress(name: string): [string, (typed: string) => void] {
  const kept = (useShownPlace().state as Record<string, unknown> | null)?.[name];
  const type = (typed: string) => {
    const { pathname, search, hash } = window.location;
    navigate(pathname + search + hash, { replace: true, state: { ...keptBeside(), [name]: typed } });
  };
  return [typeof kept === 'string' ? kept : '', type];
}

/** What is beside the address now, to be taken along where only the address changes. */
export function keptBeside(): Record<string, unknown> | null {
  return window.history.state as Record<string, unknown> | null;
}
