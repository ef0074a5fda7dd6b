import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Is the page being printed? What was drawn for a dark screen is drawn again for paper first. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(
    () =>
      aroundPrints(
        () => flushSync(() => setPrinting(true)),
        () => setPrinting(false),
      ),
    [],
  );
  return printing;
}

/** A dark page is printed dark on white, as every page is read on paper. */
export function useLightPaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    const name = 'data-mantine-color-scheme';
    let scheme = root.getAttribute(name) ?? 'light';
    return aroundPrints(
      () => {
        scheme = root.getAttribute(name) ?? 'light';
        root.setAttribute(name, 'light');
      },
      () => root.setAttribute(name, scheme),
    );
  }, []);
}

/** Does something before and after each print, until the function that it returns is called. */
function aroundPrints(before: () => void, after: () => void): () => void {
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
