import { useEffect, useRef, type RefObject } from 'react';

/** Keeps a strip in sight right under the bar, however high that is, and what has the focus below both. */
export function useBelowBar<T extends HTMLElement>(): RefObject<T | null> {
  const strip = useRef<T>(null);
  useEffect(() => {
    const bar = document.querySelector('header');
    const place = () => {
      const top = bar?.offsetHeight ?? 0;
      const height = strip.current?.offsetHeight ?? 0;
      strip.current?.style.setProperty('top', `${top}px`);
      document.documentElement.style.scrollPaddingTop = `${top + height + 12}px`;
    };
    const sizes = new ResizeObserver(place);
    for (const element of [bar, strip.current]) if (element) sizes.observe(element);
    return () => {
      sizes.disconnect();
      document.documentElement.style.scrollPaddingTop = '';
    };
  }, []);
  return strip;
}
