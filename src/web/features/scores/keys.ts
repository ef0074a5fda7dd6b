import type { Move } from './moves';

/** What a key asks for. */
export type Command =
  | { is: 'move'; move: Move }
  | { is: 'extend'; move: Move }
  | { is: 'enter'; move: Move }
  | { is: 'edit' | 'cancel' | 'undo' | 'takeBack' | 'missed' | 'date' | 'dates' | 'form' }
  | { is: 'needs' | 'find' | 'help' | 'leaveForward' | 'leaveBack' | 'nothing' };

/** Is the person going from cell to cell, typing over one, or editing with the caret inside? */
export type Mode = 'moving' | 'typing' | 'editing';

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
  m: { is: 'missed' },
  d: { is: 'date' },
  p: { is: 'dates' },
  f: { is: 'form' },
  n: { is: 'needs' },
  '/': { is: 'find' },
  '?': { is: 'help' },
};

const CARET_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** What this key asks for; null where the field does with it what fields do. */
export function commandOf(pressed: Key, mode: Mode): Command | null {
  const { key, shiftKey, altKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  if (mode === 'editing' && CARET_KEYS.has(key)) return null;
  if (control) return commandWithControl(key, mode);
  switch (key) {
    case 'Enter':
      return { is: 'enter', move: shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { is: 'move', move: shiftKey ? 'previous' : 'next' };
    case 'Home':
      return { is: 'move', move: 'rowStart' };
    case 'End':
      return { is: 'move', move: 'rowEnd' };
    case 'F2':
      return { is: 'edit' };
    case 'F6':
      return { is: shiftKey ? 'leaveBack' : 'leaveForward' };
    case 'Escape':
      return { is: 'cancel' };
  }
  const move = ARROWS[key];
  if (move && shiftKey && mode === 'moving') return { is: 'extend', move };
  if (move) return { is: 'move', move };
  return mode === 'moving' ? commandOfCharacter(key) : whileTyping(key);
}

function commandWithControl(key: string, mode: Mode): Command | null {
  if (key === 'Home') return { is: 'move', move: 'start' };
  if (key === 'End') return { is: 'move', move: 'end' };
  if (mode === 'moving' && key.toLowerCase() === 'z') return { is: 'undo' };
  return null;
}

function commandOfCharacter(key: string): Command | null {
  if (key === 'Delete' || key === 'Backspace') return { is: 'takeBack' };
  const letter = LETTERS[key.toLowerCase()];
  if (letter) return letter;
  const isText = key.length === 1;
  return isText && !/[\d.,-]/.test(key) ? { is: 'nothing' } : null;
}

/** The date is asked for also while a score is typed; any other character belongs to what is typed. */
function whileTyping(key: string): Command | null {
  return key.toLowerCase() === 'd' ? { is: 'date' } : null;
}
