/**
 * Runs where no other tab of the person drains; `exclusive` where none sends at all. Over plain http browsers have no locks: what
 * two tabs send then, the service takes once.
 */
export async function inTurn(staffId: string, mode: LockMode, run: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return run();
  await navigator.locks.request(`cudos outbox of ${staffId}`, { mode }, run);
}
