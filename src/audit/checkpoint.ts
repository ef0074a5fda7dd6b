import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../signing/canonical.js';
import { publicKeyOf, thumbprintOf } from '../signing/public-key.js';

/** The file of a data directory with the checkpoints of its chains, one a line. */
export const CHECKPOINTS_FILE = 'audit-checkpoints.jsonl';

/** What the end of the chain of a clinic was at an instant. */
interface ChainEnd {
  clinicId: string;
  length: number;
  /** Of the last event, hexadecimal. */
  hash: string;
  /** ISO instant. */
  at: string;
}

/** The same, signed by the clinic, so that who rewrites the chain can't rewrite it. */
export interface Checkpoint extends ChainEnd {
  /** Signature of the checkpoint of the clinic before it, null for its first; left out by versions of before. */
  before?: string | null;
  /** Name of the key. */
  kid: string;
  /** Ed25519 over the canonical JSON of the rest, base64url. */
  signature: string;
}

export function signedCheckpoint(end: ChainEnd & { before: string | null }, privateKey: KeyObject): Checkpoint {
  const said = { ...end, kid: thumbprintOf(publicKeyOf(privateKey)) };
  return { ...said, signature: sign(null, Buffer.from(canonicalJson(said)), privateKey).toString('base64url') };
}

/** @param x The public key, as RFC 8037 writes it. */
export function isCheckpointOf({ signature, ...said }: Checkpoint, x: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(canonicalJson(said)), key, Buffer.from(signature, 'base64url'));
}

/** The lines of a file of checkpoints, null for what is none. The last line is left out where it is only half written. */
export function checkpointLines(text: string): (Checkpoint | null)[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.flatMap((line) => (line === '' ? [] : [checkpointIn(line)]));
}

export function checkpointsIn(text: string): Checkpoint[] {
  return checkpointLines(text).filter((checkpoint) => checkpoint !== null);
}

const TEXTS = ['clinicId', 'hash', 'at', 'kid', 'signature'] as const;

function checkpointIn(line: string): Checkpoint | null {
  try {
    const found = JSON.parse(line) as Checkpoint | null;
    const isOne = found !== null && TEXTS.every((name) => typeof found[name] === 'string');
    return isOne && Number.isSafeInteger(found.length) && found.length > 0 ? found : null;
  } catch {
    return null;
  }
}
