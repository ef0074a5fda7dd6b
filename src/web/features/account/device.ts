import Bowser from 'bowser';

/** What a person calls the device of a session: its browser and its system, from what the browser said of itself. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device';
  const { browser, os, platform } = Bowser.parse(userAgent);
  const system = platform.model ?? os.name;
  if (browser.name && system) return `${browser.name} on ${system}`;
  return browser.name || system || userAgent;
}
