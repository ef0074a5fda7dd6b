import { describe } from '@jest/globals';
import { PAGE_STATES } from './page-states.js';
import { statesHold } from './state-stage.js';

describe('pages and what is done on them: on every screen and in both colors', () => {
  statesHold(PAGE_STATES);
});
