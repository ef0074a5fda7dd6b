import { useState } from 'react';
import { lazyPart } from '../components/loading/lazy-part';
import { PersonButton } from './person-button';

const LazyOpenedMenu = lazyPart(async () => (await import('./opened-menu')).OpenedMenu, PersonButton);

/** Who is signed in; a click opens the menu, and brings it the first time. */
export function PersonMenu() {
  const [used, setUsed] = useState(false);
  return used ? <LazyOpenedMenu /> : <PersonButton onClick={() => setUsed(true)} />;
}
