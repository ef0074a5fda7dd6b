import { readEnvironment } from './environment.js';
import { serve } from './serve.js';
import { orExplain } from './terminal.js';

await orExplain(async () => {
  await serve(readEnvironment());
});
