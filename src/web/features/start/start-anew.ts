import { beginSession } from '../../session/expiry';

/** Opens the pages of who has just been signed in; tabs of this browser that show another person's learn of it. */
export function startAnew(): void {
  beginSession();
  window.location.replace('/');
}
