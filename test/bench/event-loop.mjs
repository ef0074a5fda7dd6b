// Comes into the service that is measured, and says how long its event loop was held at most since it was asked last. It watches from the
// first time it is asked: looking each millisecond takes processor time itself, which would be counted as that of what is measured.
import { closeSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let processor;
  process.on('message', () => {
    delay.enable();
    processor ??= longestOnProcessor();
    process.send({ ms: delay.max / 1e6, processorMs: processor() });
    delay.reset();
  });
  process.channel.unref();
}

/**
 * The most processor time between two turns of the event loop: what the service itself held it for, however many others
 * use the machine. Not a number where the system does not say it.
 */
function longestOnProcessor() {
  const used = threadClock();
  let [longest, before] = [used === null ? NaN : 0, used?.() ?? 0];
  const turn = () => {
    longest = Math.max(longest, used() - before);
    before = used();
  };
  if (used) setInterval(turn, 1).unref();
  return () => {
    const most = longest;
    longest *= 0;
    return most;
  };
}

/** Milliseconds of processor time of this thread, from proc(5). */
function threadClock() {
  try {
    const file = openSync('/proc/thread-self/schedstat');
    const text = Buffer.alloc(80);
    process.once('exit', () => closeSync(file));
    return () => Number(text.toString('latin1', 0, readSync(file, text, 0, 80, 0)).split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}
