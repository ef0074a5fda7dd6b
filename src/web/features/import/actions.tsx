import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { countInFigures, counted } from '../../../domain/numbers/words';
import { ProblemNotice } from '../../components/problem-notice';
import { failedRows, type Report } from './import-stream';
import type { OpenImport } from './open-import';
import { run, sendingOf } from './run-import';
import { saveCsv } from '../../components/save-file';
import { additions, goodRows } from './totals';

interface Props {
  open: OpenImport;
  report: Report;
  save: (task: 'save' | 'save-good') => void;
}

/** What can be done now: check the corrections, save, or take the failed rows away. */
export function Actions({ open, report, save }: Props) {
  const [asking, { open: ask, close }] = useDisclosure(false);
  const corrected = open.corrected.size;
  const answered = open.accepted !== open.checkedWith;
  const good = goodRows(report);
  const whole = report.faultCount === 0;
  // Faults in no row are of the whole file, and then none of it can be saved.
  const undecided = !whole && report.rowsFailed === 0;
  const savable = corrected === 0 && !answered && !undecided && good > 0 && additions(report).length > 0;
  return (
    <Stack gap="xs" maw={860}>
      <Group gap="sm">
        {(corrected > 0 || answered) && (
          <Button onClick={() => void run('check')}>
            Check again{corrected > 0 && `, with ${counted(corrected, 'correction')}`}
          </Button>
        )}
        {savable && (
          <Button variant={whole ? 'filled' : 'default'} onClick={ask}>
            {whole ? allRows(good) : `Save only the ${counted(good, 'row')} without faults …`}
          </Button>
        )}
        {report.rowsFailed > 0 && corrected === 0 && <FailedRows open={open} />}
      </Group>
      <Modal opened={asking} onClose={close} withCloseButton={false} centered>
        <Confirmation
          report={report}
          close={close}
          save={() => {
            close();
            save(whole ? 'save' : 'save-good');
          }}
        />
      </Modal>
    </Stack>
  );
}

function allRows(count: number): string {
  return count === 1 ? 'Save the row …' : `Save all ${countInFigures(count)} rows …`;
}

function Confirmation({ report, close, save }: { report: Report; close: () => void; save: () => void }) {
  const { rowsFailed, warningCount } = report;
  return (
    <Stack>
      <Modal.Title fw={700} fz="lg">
        Save these rows?
      </Modal.Title>
      <Text>{counted(goodRows(report), 'row adds', 'rows add')} to the records of the clinic:</Text>
      <List>
        {additions(report).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {rowsFailed > 0 && (
        <Text>
          {counted(rowsFailed, 'row with faults is', 'rows with faults are')} left out. Download them, correct them, and
          import that file later.
        </Text>
      )}
      {warningCount > 0 && (
        <Text>{counted(warningCount, 'unusual value is', 'unusual values are')} taken all the same.</Text>
      )}
      <Text size="sm" c="dimmed">
        Nothing that is recorded already is replaced.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Back
        </Button>
        <Button onClick={save} data-autofocus>
          Save
        </Button>
      </Group>
    </Stack>
  );
}

/** The failed rows as a spreadsheet with the file’s own headers, and a column that says what is wrong with each. */
export function FailedRows({ open }: { open: OpenImport }) {
  const download = useMutation({
    mutationFn: () => failedRows(sendingOf(open, 'check')),
    onSuccess: (text) => saveCsv(`${open.file.name.replace(/\.\w+$/, '')}-failed-rows.csv`, text),
  });
  return (
    <>
      <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        Download the failed rows
      </Button>
      {download.error && <ProblemNotice error={download.error} />}
    </>
  );
}
