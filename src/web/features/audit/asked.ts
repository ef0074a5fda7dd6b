import type { Schemas } from '../../api/client';
import { AUDIT_ACTIONS, READ_ACTIONS, type AuditAction } from '../../../domain/audit/actions';
import { capital } from '../../../domain/numbers/words';
import { useInAddress } from '../../components/in-address';

export type AuditEvent = Schemas['AuditEventResponse'];

/** Which events are asked for: of whom, by whom, what and when. Kept in the address of the page. */
export function useAsked() {
  const [patientId] = useInAddress('patient');
  const [staffId] = useInAddress('person');
  const [what, setWhat] = useInAddress('what');
  const [from, setFrom] = useInAddress('from');
  const [to, setTo] = useInAddress('to');
  const query = {
    ...(patientId && { patientId }),
    ...(staffId && { staffId }),
    ...(what === READS && { only: 'reads' as const }),
    ...(what in AUDIT_ACTIONS && { action: what as AuditAction }),
    ...(from && { from }),
    ...(to && { to }),
  };
  return { patientId, staffId, what, setWhat, from, setFrom, to, setTo, query };
}

export type AskedEvents = ReturnType<typeof useAsked>;

const READS = 'reads';

/** What can be asked of a patient: only what is done to one. */
const OF_PATIENTS = /^(patient|course|assessment|safety-notice)\./;

/** The choices of what was done. */
export function choicesOf(patientId: string): { value: string; label: string }[] {
  const names = (Object.keys(AUDIT_ACTIONS) as AuditAction[]).filter(
    (action) => patientId === '' || (OF_PATIENTS.test(action) && !action.endsWith('.listed')),
  );
  return [
    { value: '', label: 'Everything' },
    { value: READS, label: 'Only who looked' },
    ...names
      .filter((action) => patientId === '' || !READ_ACTIONS.includes(action))
      .map((action) => ({ value: action, label: capital(AUDIT_ACTIONS[action]) })),
  ];
}
