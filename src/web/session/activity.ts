let lastAt = Date.now();

for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) {
  window.addEventListener(kind, () => (lastAt = Date.now()), { capture: true, passive: true });
}

/** When somebody last typed or pointed in this tab. */
export function lastActivity(): number {
  return lastAt;
}
