import { useEffect, useEffectEvent } from 'react';
import { hasSignedOut } from './expiry';

/** The browser asks before it closes a page on which something waits to be saved. @param isWaiting Asked when the page is closed. */
export function useClosingWarning(isWaiting: () => boolean): void {
  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isWaiting() && !hasSignedOut()) event.preventDefault();
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => warn(event);
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
