import type { Clinic } from '../clinic/clinic.entity.js';

/** May this person sign in without the identity provider? Everybody, or where the clinic requires it one director alone. */
export function maySignInHere(
  { breakGlassDirectorId }: Pick<Clinic, 'breakGlassDirectorId'>,
  staffId: string,
): boolean {
  return breakGlassDirectorId === null || breakGlassDirectorId === staffId;
}
