import type { Move } from './moves';

/** What the person wants, by a key or a button. */
export type Command =
  | { kind: 'move'; move: Move }
  | { kind: 'extend'; move: Move }
  | { kind: 'enter'; move: Move }
  | { kind: 'edit' | 'cancel' | 'undo' | 'takeBack' | 'missed' | 'date' | 'toggleDates' | 'openForm' }
  | { kind: 'nextUndecided' | 'find' | 'help' | 'leaveForward' | 'leaveBack' | 'ignore' };

/** Is the person going from cell to cell, typing over one, or editing with the caret inside? */
export type Mode = 'navigating' | 'typing' | 'editing';

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const ARROWS: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

const LETTERS: Record<string, Command> = {
  m: { kind: 'missed' },
  d: { kind: 'date' },
  p: { kind: 'toggleDates' },
  f: { kind: 'openForm' },
  n: { kind: 'nextUndecided' },
  '/': { kind: 'find' },
  '?': { kind: 'help' },
};

const CARET_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** The command of a key; null where the browser does with the key what it does in any field. */
export function commandForKey(pressed: Key, mode: Mode): Command | null {
  const { key, shiftKey, altKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  if (mode === 'editing' && CARET_KEYS.has(key)) return null;
  if (control) return commandWithControl(key, mode);
  switch (key) {
    case 'Enter':
      return { kind: 'enter', move: shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { kind: 'move', move: shiftKey ? 'previous' : 'next' };
    case 'Home':
      return { kind: 'move', move: 'rowStart' };
    case 'End':
      return { kind: 'move', move: 'rowEnd' };
    case 'F2':
      return { kind: 'edit' };
    case 'F6':
      return { kind: shiftKey ? 'leaveBack' : 'leaveForward' };
    case 'Escape':
      return { kind: 'cancel' };
  }
  const move = ARROWS[key];
  if (move && shiftKey && mode === 'navigating') return { kind: 'extend', move };
  if (move) return { kind: 'move', move };
  return mode === 'navigating' ? commandForCharacter(key) : commandWhileTyping(key);
}

function commandWithControl(key: string, mode: Mode): Command | null {
  if (key === 'Home') return { kind: 'move', move: 'start' };
  if (key === 'End') return { kind: 'move', move: 'end' };
  if (mode === 'navigating' && key.toLowerCase() === 'z') return { kind: 'undo' };
  return null;
}

function commandForCharacter(key: string): Command | null {
  if (key === 'Delete' || key === 'Backspace') return { kind: 'takeBack' };
  const letter = LETTERS[key.toLowerCase()];
  if (letter) return letter;
  const isText = key.length === 1;
  return isText && !/[\d.,-]/.test(key) ? { kind: 'ignore' } : null;
}

/** The date is settled also while a score is typed; any other character belongs to what is typed. */
function commandWhileTyping(key: string): Command | null {
  const letter = key.toLowerCase();
  return letter === 'd' || letter === 'p' ? (LETTERS[letter] ?? null) : null;
}
