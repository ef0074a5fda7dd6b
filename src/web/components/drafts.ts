import { useMemo } from 'react';
import { usePerson } from './person';

/**
 * What a person typed and the service has not taken yet. It outlives a reload, a lost connection and an ended session;
 * it is kept per person and by the ids of courses, never with a chart number, and goes once it is saved or given up.
 */
export class Drafts {
  constructor(private readonly staffId: string) {}

  read<T>(key: string): T | null {
    const text = localStorage.getItem(this.nameOf(key));
    return text === null ? null : (JSON.parse(text) as T);
  }

  keep(key: string, value: unknown): void {
    localStorage.setItem(this.nameOf(key), JSON.stringify(value));
  }

  drop(key: string): void {
    localStorage.removeItem(this.nameOf(key));
  }

  /** Every draft whose key begins so, as [key, value]. */
  all<T>(beginning: string): [string, T][] {
    const start = this.nameOf(beginning);
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(start))
      .map((name) => {
        const key = name.slice(this.nameOf('').length);
        return [key, this.read<T>(key)] as [string, T];
      });
  }

  private nameOf(key: string): string {
    return `cudos draft ${this.staffId} ${key}`;
  }
}

/** The drafts of the person who is signed in. */
export function useDrafts(): Drafts {
  const { id } = usePerson();
  return useMemo(() => new Drafts(id), [id]);
}
