import { useSyncExternalStore } from 'react';
import { onAnswer } from '../api/client';
import { readItem, writeItem } from '../device/local-store';
import { forgetOwedEnd } from './owed-end';

/** Has the session ended while pages were open? They stay as they are, hidden, until the person signs in again. */
let ended = false;
let signedOut = false;
let lastAnswerAt = Date.now();
const watchers = new Set<() => void>();
const channel = new BroadcastChannel('cudos-session');
/** Where the tabs of this browser write when the service last answered one of them: also a tab that slept reads it. */
const LAST_ANSWER = 'cudos last answer';
const WRITE_EVERY = 5_000;
let writtenAt = 0;
let begunElsewhere: () => void = () => {};

function set(value: boolean): void {
  ended = value;
  for (const watcher of watchers) watcher();
}

function noteAnswer(): void {
  lastAnswerAt = Date.now();
  if (lastAnswerAt - writtenAt < WRITE_EVERY) return;
  writtenAt = lastAnswerAt;
  writeItem(LAST_ANSWER, String(lastAnswerAt));
}

onAnswer((response) => {
  const { pathname } = new URL(response.url);
  const isSession = pathname === '/v1/session';
  if (response.status === 401 && !isSession) set(true);
  else if (response.ok) noteAnswer();
});

channel.onmessage = ({ data }: MessageEvent<string>) => {
  if (data === 'ended') set(true);
  if (data === 'begun') begunElsewhere();
};

/** When the service last answered this person, in this tab or in another one. */
export function lastAnswer(): number {
  return Math.max(lastAnswerAt, Number(readItem(LAST_ANSWER)));
}

/** When the service last answered in any tab, or somebody used a page that nothing answers; also before this page was loaded. */
export function lastUse(): number {
  return Number(readItem(LAST_ANSWER));
}

/** Without a connection nothing can be asked: what a person does on the page keeps the session open here. */
export function noteUse(): void {
  noteAnswer();
}

/** Calls back when somebody has signed in in another tab: perhaps the same person, perhaps not. */
export function onBegunElsewhere(listener: () => void): () => void {
  begunElsewhere = listener;
  return () => {
    begunElsewhere = () => {};
  };
}

/** The session is over, here and in the other tabs. */
export function endSession(): void {
  set(true);
  channel.postMessage('ended');
}

/** Somebody signed out on purpose: other tabs hide what they show; this one begins with an empty page. */
export function signOutHere(): void {
  signedOut = true;
  channel.postMessage('ended');
  // Back must not show the page as it was.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
  window.location.assign('/');
}

/** Has the person signed out on purpose, and been asked about what is not saved? */
export function hasSignedOut(): boolean {
  return signedOut;
}

/** Somebody has signed in. */
export function beginSession(): void {
  forgetOwedEnd();
  lastAnswerAt = Date.now();
  set(false);
  channel.postMessage('begun');
}

/** Opens the first page for the person whom a one-time link has just signed in. */
export function openFirstPage(): void {
  beginSession();
  window.location.replace('/');
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => ended,
  );
}
