import { describe } from '@jest/globals';
import { DIALOG_STATES } from './dialog-states.js';
import { SETTINGS_STATES } from './settings-states.js';
import { statesHold } from './state-stage.js';

describe('what opens over pages, and settings: on every screen and in both colors', () => {
  statesHold([...DIALOG_STATES, ...SETTINGS_STATES]);
});
