import { describe } from '@jest/globals';
import { ERROR_STATES } from './error-states.js';
import { NOTICE_STATES } from './notice-states.js';
import { SESSION_STATES } from './session-states.js';
import { statesHold } from './state-stage.js';

describe('what people see who come in, are told something, or fail: on every screen and in both colors', () => {
  statesHold([...SESSION_STATES, ...NOTICE_STATES, ...ERROR_STATES]);
});
