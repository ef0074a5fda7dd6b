/** Whom a person in a crisis can turn to: a name, and how to reach it. */
export interface CrisisResource {
  label: string;
  contact: string;
}

/** What a clinic shows until it names its own: the lifeline of the United States. */
export const DEFAULT_CRISIS_RESOURCES: readonly CrisisResource[] = [
  { label: '988 Suicide & Crisis Lifeline', contact: 'Call or text 988' },
];
