import { parentPort } from 'node:worker_threads';

// Answers what it is asked, but never `forever`.
parentPort.on('message', ({ id, job }) => {
  while (job === 'forever');
  parentPort.postMessage({ id, answer: job });
});
