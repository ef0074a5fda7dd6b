import { Button, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useInAddress } from '../../components/in-address';
import { Page } from '../../components/page';
import { AddedNotice } from './added-notice';
import { AllPatients } from './all-patients';
import { NewPatientDialog, type Added } from './new-patient';
import { ConcludedList } from './courses/concluded-list';
import { UnderWayList } from './courses/courses-list';

const SHOWN = [
  { value: 'under-way', label: 'Under way' },
  { value: 'look', label: 'May need a look' },
  { value: 'concluded', label: 'Concluded' },
  { value: 'all', label: 'All patients' },
];

/** Who is treated now and how they are, who was, or every patient of the clinic. */
export default function PatientsPage() {
  const [adding, { open, close }] = useDisclosure(false);
  const [added, setAdded] = useState<Added | null>(null);
  const [chosen, setShown] = useInAddress('show');
  const shown = chosen || 'under-way';
  return (
    <Page
      title="Patients"
      actions={
        <>
          <NativeSelect
            aria-label="Show"
            data={SHOWN}
            value={shown}
            onChange={({ currentTarget }) => setShown(currentTarget.value)}
          />
          <Button onClick={open}>Add a patient</Button>
        </>
      }
    >
      <AddedNotice added={added} />
      {shown === 'all' && <AllPatients onAdd={open} />}
      {shown === 'concluded' && <ConcludedList />}
      {shown !== 'all' && shown !== 'concluded' && <UnderWayList markedOnly={shown === 'look'} />}
      <NewPatientDialog opened={adding} onClose={close} onAdded={setAdded} />
    </Page>
  );
}
