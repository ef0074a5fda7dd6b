/** What a course is given for: a closed list, so that cohorts can be compared by it. */
export const INDICATIONS = {
  depression: 'Major depression',
  treatmentResistantDepression: 'Treatment-resistant depression',
  bipolarDepression: 'Bipolar depression',
  ptsd: 'Post-traumatic stress disorder',
  anxiety: 'Anxiety disorder',
  ocd: 'Obsessive-compulsive disorder',
  chronicPain: 'Chronic pain',
  substanceUse: 'Substance use disorder',
  other: 'Other',
  unspecified: 'Not specified',
} as const satisfies Record<string, string>;

export type Indication = keyof typeof INDICATIONS;
