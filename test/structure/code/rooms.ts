import { sources } from './sources.js';

/** The rooms from the ground up: each may import what is before it, and nothing that is after it. */
export const ROOMS = [
  'migrations',
  'domain/fault',
  'domain/id',
  'domain/audit',
  'domain/numbers',
  'domain/calendar',
  'domain/statistics',
  'domain/cudos',
  'domain/course',
  'domain/cohort',
  'domain/disclosure',
  'domain/charts',
  'domain/publication',
  'domain/claims',
  'domain/spreadsheet',
  'clock',
  'identity-provider-settings',
  'environment',
  'project-root',
  'software',
  'database',
  'http',
  'idempotency',
  'rate-limits',
  'worker-queue',
  'drawing',
  'signing',
  'audit',
  'staff',
  'patients',
  'courses',
  'assessments',
  'cohorts',
  'publications',
  'published',
  'spreadsheets',
  'audit-trail',
  'backups',
  'health',
  'app.module',
  'configure-app',
  'terminal',
  'serve',
  'commands',
  'main',
  'web/device',
  'web/api',
  'web/components',
  'web/session',
  'web/entries',
  'web/features',
  'web/app',
  'web',
] as const;

/** That something in one room imports something of another, and which files do. */
export interface Arrow {
  from: string;
  to: string;
  imports: string[];
}

/** The room of a file, e.g. `domain/cudos` or `patients`; undefined where it has none in the list. */
export function roomOf(path: string): string | undefined {
  const inside = path.replace(/^src\//, '');
  return ROOMS.find((room) => inside.startsWith(`${room}/`) || inside.replace(/\.tsx?$/, '') === room);
}

/** Every arrow between two rooms, types included. */
export function arrows(): Arrow[] {
  const found = new Map<string, Arrow>();
  for (const { path, imports } of sources) {
    for (const imported of imports) {
      const [from, to] = [roomOf(path) ?? path, roomOf(imported) ?? imported];
      if (from === to) continue;
      const arrow = found.get(`${from} ${to}`) ?? { from, to, imports: [] };
      arrow.imports.push(`${path} -> ${imported}`);
      found.set(`${from} ${to}`, arrow);
    }
  }
  return [...found.values()];
}

/** Groups of files of which each reaches each other by imports. */
export function circles(): string[][] {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    number.set(path, number.size);
    low.set(path, number.get(path) as number);
    open.push(path);
    for (const next of importsOf.get(path) ?? []) {
      if (!number.has(next)) visit(next);
      if (open.includes(next)) low.set(path, Math.min(low.get(path) as number, low.get(next) as number));
    }
    if (low.get(path) !== number.get(path)) return;
    const circle = open.splice(open.indexOf(path));
    if (circle.length > 1 || importsOf.get(path)?.includes(path)) found.push(circle);
  };
  for (const { path } of sources) if (!number.has(path)) visit(path);
  return found;
}

/**
 * The rooms and what each rests on, as a block of Mermaid for the README. An arrow that a longer way implies is left out, and
 * the rooms within domain/ are one.
 */
export function drawingOfRooms(): string {
  const whole = (room: string) => room.replace(/\/.*/, '');
  const lines = new Set(arrows().map(({ from, to }) => `${whole(from)} --> ${whole(to)}`));
  const pairs = [...lines].map((line) => line.split(' --> ') as [string, string]).filter(([from, to]) => from !== to);
  const reaches = (from: string, to: string): boolean =>
    from === to || pairs.some(([start, next]) => start === from && reaches(next, to));
  const direct = pairs.filter(
    ([from, to]) => !pairs.some(([start, via]) => start === from && via !== to && reaches(via, to)),
  );
  const drawn = direct.map(([from, to]) => `  ${from} --> ${to}`).sort();
  return ['```mermaid', 'flowchart TD', ...drawn, '```'].join('\n');
}
