import { useEffect, useState } from 'react';
import { onCodeNeeded } from '../api/client';
import { lazyDialog } from '../components/loading/lazy-part';

const LazyShowFactorDialog = lazyDialog(
  async () => (await import('./show-factor-dialog')).ShowFactorDialog,
  'opened',
  false,
);

/** Asks for the second factor where it was shown too long ago for what the person does; then that goes on by itself. */
export function FreshCodeDialog() {
  const [waiting, setWaiting] = useState<readonly ((shown: boolean) => void)[]>([]);
  useEffect(() => onCodeNeeded(() => new Promise((answer) => setWaiting((before) => [...before, answer]))), []);
  const finish = (shown: boolean) => {
    for (const answer of waiting) answer(shown);
    setWaiting([]);
  };
  return (
    <LazyShowFactorDialog opened={waiting.length > 0} onShown={() => finish(true)} onCancel={() => finish(false)} />
  );
}
