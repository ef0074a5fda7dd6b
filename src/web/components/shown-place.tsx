import { createContext, Suspense, use, useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Router } from 'wouter';
import { navigate, useHistoryState, usePathname, useSearch } from 'wouter/use-browser-location';
import classes from './shown-place.module.css';

/** Where in the pages a person is: path and query of the address, and what the history keeps beside it. */
interface Place {
  path: string;
  search: string;
  state: unknown;
}

const Shown = createContext<Place>({ path: '/', search: '', state: null });

/** The place whose page is drawn. */
export function useShownPlace(): Place {
  return use(Shown);
}

/**
 * Draws the page of another path behind what a person does: a click marks where one goes at once, and a table of hundreds of rows is
 * drawn, or taken away, without keeping the next key waiting. What changes on one page, as a filter does, is drawn at once. The page that
 * one leaves stays until the parts of the other are there; before the first one there is `opening`.
 */
export function ShownPlace({ opening, children }: { opening: ReactNode; children: ReactNode }) {
  const [path, search, state] = [usePathname(), useSearch(), useHistoryState<unknown>()];
  const here = useMemo(() => ({ path, search, state }), [path, search, state]);
  const drawn = useDeferredValue(here, null);
  const shown = drawn?.path === here.path ? here : drawn;
  useFocusOnPageChange(shown?.path ?? null);
  return (
    <>
      {shown !== null && shown !== here && <div role="status" aria-label="Loading" className={classes.coming} />}
      <Suspense fallback={opening}>
        {shown === null ? (
          opening
        ) : (
          <Shown value={shown}>
            <Router hook={useShownPath} searchHook={useShownSearch}>
              {children}
            </Router>
          </Shown>
        )}
      </Suspense>
    </>
  );
}

const useShownPath = (): [string, typeof navigate] => [useShownPlace().path, navigate];
const useShownSearch = (): string => useShownPlace().search;

/** A new page is announced and read from its beginning, as a loaded document would be. */
function useFocusOnPageChange(path: string | null): void {
  const first = useRef(true);
  useEffect(() => {
    if (path === null) return;
    if (!first.current) {
      window.scrollTo(0, 0);
      // A page that puts the focus somewhere itself has done so before. What is above it, as a notice, stays in sight.
      if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [path]);
}
