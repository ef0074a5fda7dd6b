import { Stepper } from '@mantine/core';
import classes from './import.module.css';
import { Page } from '../../components/page';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import { changeImport, closeImport, useOpenImport } from './open-import';
import { SavedStep } from './saved-step';

const STEPS = ['columns', 'check', 'saved'] as const;

/** Brings a spreadsheet into the records: choose it, say what its columns mean, see every fault, save. */
export default function ImportPage() {
  const open = useOpenImport();
  const step = open ? STEPS.indexOf(open.step) + 1 : 0;
  const goTo = (chosen: number) => {
    if (chosen === 0) closeImport();
    if (chosen === 1) changeImport({ step: 'columns' });
  };
  const mayGoTo = (chosen: number) => chosen < step && step < 3 && !open?.running;
  return (
    <Page title="Import" lead="Scores from a spreadsheet. Nothing is saved before you have seen what would be.">
      <Stepper
        active={step}
        onStepClick={goTo}
        size="sm"
        maw={860}
        mb="lg"
        wrap={false}
        allowNextStepsSelect={false}
        classNames={{ step: classes.step, stepBody: classes.stepName }}
      >
        <Stepper.Step label="File" allowStepSelect={mayGoTo(0)} />
        <Stepper.Step label="Columns" allowStepSelect={mayGoTo(1)} />
        <Stepper.Step label="Check" allowStepSelect={false} />
        <Stepper.Step label="Saved" allowStepSelect={false} />
      </Stepper>
      {!open && <FileStep />}
      {open?.step === 'columns' && <ColumnsStep open={open} />}
      {open?.step === 'check' && <CheckStep open={open} />}
      {open?.step === 'saved' && <SavedStep open={open} />}
    </Page>
  );
}
