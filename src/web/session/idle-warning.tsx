import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cutOffSince } from '../api/connection';
import { lazyDialog } from '../components/loading/lazy-part';
import { lastAnswer, noteUse, useSessionEnded } from './expiry';
import { lock, sessionQuery, useSession } from './session';

const SECOND = 1000;
const WARNING = 60 * SECOND;
/** The service notes a session's use at most once a minute, so its own end may come that much earlier. */
const MARGIN = 60 * SECOND;

const LazyIdleDialog = lazyDialog(async () => (await import('./idle-dialog')).IdleDialog, 'left', null);

/** When somebody last typed or pointed in this tab. */
let lastActivity = Date.now();

for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) {
  window.addEventListener(kind, () => (lastActivity = Date.now()), { capture: true, passive: true });
}

/** Warns a minute before the session ends for idleness, and ends it here with the service. */
export function IdleWarning() {
  const { idleSeconds } = useSession();
  const ended = useSessionEnded();
  const client = useQueryClient();
  const [left, setLeft] = useState<number | null>(null);
  const stay = useMutation({
    mutationFn: () => client.fetchQuery({ ...sessionQuery, staleTime: 0 }),
  });
  const { mutate: ask } = stay;

  useEffect(() => {
    // Behind the lock there is nothing left to end.
    if (ended) return;
    const idle = idleSeconds * SECOND;
    const allowed = idle - Math.min(MARGIN, idle / 10);
    const asking = () => client.isFetching({ queryKey: sessionQuery.queryKey }) > 0;
    const timer = setInterval(() => {
      if (cutOffSince() !== null && lastActivity > lastAnswer()) noteUse();
      const remaining = lastAnswer() + allowed - Date.now();
      const warned = remaining <= Math.min(WARNING, allowed / 2);
      // A person who types or points is not idle, even if the page had nothing to ask.
      if (!warned && lastActivity > lastAnswer() + allowed / 4 && !asking()) ask();
      setLeft(warned && remaining > 0 ? Math.ceil(remaining / SECOND) : null);
      if (remaining > 0) return;
      lock();
    }, SECOND);
    return () => clearInterval(timer);
  }, [ask, client, ended, idleSeconds]);

  return <LazyIdleDialog left={left} pending={stay.isPending} error={stay.error} onStay={() => ask()} />;
}
