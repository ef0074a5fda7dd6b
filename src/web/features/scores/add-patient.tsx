import { useLocation } from 'wouter';
import { NewPatientDialog } from '../patients/new-patient';
import { forgetSearch } from './use-table-view';

/** A new patient's course becomes a row, with the cursor in its first cell. */
export function AddPatient({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [, open] = useLocation();
  return (
    <NewPatientDialog
      opened={opened}
      onClose={onClose}
      onAdded={({ course }) => {
        forgetSearch();
        open(`/scores?course=${course.id}`);
      }}
    />
  );
}
