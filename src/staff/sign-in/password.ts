import argon2 from 'argon2';

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** A hash nobody has the password of, so that an unknown name costs the same time as a known one. */
const NOBODY = argon2.hash(crypto.randomUUID(), COST);

/** argon2id hash of a password, with its salt and cost in the text. What looks the same is the same password (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password.normalize('NFKC'), COST);
}

/** Is this the password? Without a hash to compare with, the answer is no after the same work. */
export async function passwordMatches(hash: string | null, password: string): Promise<boolean> {
  const known = hash ?? (await NOBODY);
  const normalized = password.normalize('NFKC');
  // Hashes of before were made of what was typed.
  const matches =
    (await argon2.verify(known, normalized)) || (normalized !== password && (await argon2.verify(known, password)));
  return matches && hash !== null;
}
