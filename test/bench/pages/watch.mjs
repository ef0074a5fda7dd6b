/** Runs in the page, before anything of it: paints, shifts, interactions and keys, as browsers report them. */
export function watch() {
  const seen = { first: NaN, largest: NaN, shift: 0, interactions: new Map(), keys: 0 };
  globalThis.seen = seen;
  const observe = (type, note, how = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...how });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.first = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  // Cumulative layout shift: the worst window of shifts less than 1 s apart and 5 s in all.
  let [begun, last, sum] = [-Infinity, -Infinity, 0];
  observe('layout-shift', ({ value, startTime, hadRecentInput }) => {
    if (hadRecentInput) return;
    if (startTime - last >= 1000 || startTime - begun >= 5000) [begun, sum] = [startTime, 0];
    [last, sum] = [startTime, sum + value];
    seen.shift = Math.max(seen.shift, sum);
  });
  const interaction = ({ interactionId, duration }) => {
    if (!interactionId) return;
    seen.interactions.set(interactionId, Math.max(duration, seen.interactions.get(interactionId) ?? 0));
  };
  observe('event', interaction, { durationThreshold: 16 });
  addEventListener('keydown', ({ isTrusted }) => (seen.keys += Number(isTrusted)), true);
}

/** What was pressed, clicked and tapped since this was asked last: each interaction in ms to the next paint. */
export async function interactionsOf(page) {
  await drawn(page);
  return page.evaluate(() => {
    const { seen } = globalThis;
    const count = performance.interactionCount - (seen.counted ?? 0);
    seen.counted = performance.interactionCount;
    const durations = [...seen.interactions.values()];
    seen.interactions.clear();
    return { count: Math.max(count, durations.length), durations };
  });
}

/** Two frames later: what an interaction led to is painted, and reported. */
export function drawn(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  );
}

export const keysOf = (page) => page.evaluate(() => globalThis.seen.keys);
