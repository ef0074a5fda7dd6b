import { INDICATIONS } from '../../domain/course/record/indications.js';
import type { PublicContent } from '../../domain/publication/published-document.js';

/** Which courses a publication is about, in a sentence. */
export function cohortInWords({ kind, indication, minimumBaseline }: PublicContent['cohort']): string {
  const which = [
    `Concluded ${kind === null ? '' : `${kind} `}courses`,
    ...(indication === null ? [] : [INDICATIONS[indication].toLowerCase()]),
    ...(minimumBaseline === null ? [] : [`baseline of ${minimumBaseline} points or more`]),
  ];
  return `${which.join(', ')}.`;
}
