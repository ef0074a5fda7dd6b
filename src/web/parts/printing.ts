import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Is the page being printed? What was drawn for a dark screen is drawn anew for paper before it is. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** A dark page is printed dark on white, as every page is read on paper. */
export function useLightPaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    const name = 'data-mantine-color-scheme';
    let scheme = root.getAttribute(name) ?? 'light';
    const begin = () => {
      scheme = root.getAttribute(name) ?? 'light';
      root.setAttribute(name, 'light');
    };
    const end = () => root.setAttribute(name, scheme);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
}
