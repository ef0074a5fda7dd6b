import { Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';

/** The time in which the page itself comes. */
const AFTER_MS = 2_000;

type Part<P> = ComponentType<P> | 'not yet' | 'failed';

/**
 * A part of a page that the first load does not bring: it comes when it is first shown, or before that, as soon as the browser has nothing
 * to do, so that it is there at the first click and without a connection. Where it can't be loaded that is said in its place, and the
 * next time it is shown it is tried again.
 * @param Meanwhile What is in its place until it is there.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType | null = null,
): ComponentType<P> {
  const { usePart, fetchOnce } = loaderOf(load);
  return function LazyPart(props: P) {
    const Loaded = usePart();
    useEffect(fetchOnce, []);
    if (Loaded === 'not yet') return Meanwhile && <Meanwhile />;
    return Loaded === 'failed' ? <NotLoaded /> : <Loaded {...props} />;
  };
}

/**
 * The same of a dialog, which comes when it is opened. It is drawn closed once, so that it gives the focus back to where it was.
 * @param key The property that opens it. @param closed What that is while it is closed.
 */
export function lazyDialog<P extends object, K extends keyof P>(
  load: () => Promise<ComponentType<P>>,
  key: K,
  closed: P[K],
): ComponentType<P> {
  const { usePart, fetchOnce } = loaderOf(load);
  return function LazyDialog(props: P) {
    const Loaded = usePart();
    const isOpen = props[key] !== closed;
    const [drawn, setDrawn] = useState(false);
    useEffect(() => {
      if (isOpen) fetchOnce();
    }, [isOpen]);
    useEffect(() => {
      if (isOpen && typeof Loaded === 'function') setDrawn(true);
    }, [isOpen, Loaded]);
    if (Loaded === 'failed' && isOpen) return <NotLoaded />;
    if (typeof Loaded === 'string' || (!isOpen && !drawn)) return null;
    return <Loaded {...props} {...(!drawn && { [key]: closed })} />;
  };
}

/** Loads something once, however often it is asked for; again where that failed. */
function loaderOf<P>(load: () => Promise<ComponentType<P>>) {
  let part: Part<P> = 'not yet';
  let loading: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const become = (next: Part<P>) => {
    part = next;
    for (const listener of listeners) listener();
  };
  const fetchOnce = () => {
    loading ??= load()
      .then(become)
      .catch(() => {
        loading = null;
        become('failed');
      });
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  setTimeout(() => whenIdle(fetchOnce), AFTER_MS);
  return { usePart: () => useSyncExternalStore(subscribe, () => part), fetchOnce };
}

/** Not all browsers say when they have nothing to do. */
function whenIdle(work: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(work);
  else work();
}

function NotLoaded() {
  return (
    <Text role="alert" size="sm">
      This part of the page could not be loaded. Try again when there is a connection.
    </Text>
  );
}
