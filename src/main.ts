import { readEnvironment } from './environment.js';
import { orExplain, serve } from './serve.js';

await orExplain(async () => {
  await serve(readEnvironment());
});
