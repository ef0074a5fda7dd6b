import { useEffect } from 'react';
import { hasSignedOut } from './expiry';

/** The browser asks before it closes a page on which something waits to be saved. @param isWaiting Asked when the page is closed. */
export function useClosingWarning(isWaiting: () => boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isWaiting() && !hasSignedOut()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isWaiting]);
}
