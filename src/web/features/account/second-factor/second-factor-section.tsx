import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { ownSecondFactorQuery } from '../../../api/own-factors-queries';
import { showInstant } from '../../../components/dates';
import { FormDialog } from '../../../components/dialogs/form-dialog';
import { Loaded } from '../../../components/loaded';
import { useSession } from '../../../session/session';
import { CodeDialog } from './code-dialog';
import { RecoveryCodes } from './recovery-codes';
import { SetUpForm } from './set-up-form';
import { counted } from '../../../../domain/numbers/words';

type Dialog = 'set up' | 'renew' | 'remove';

/** Whether one signs in with an authenticator app too, and the way to it and out of it. */
export function SecondFactorSection() {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const factor = useQuery(ownSecondFactorQuery);
  const close = () => setDialog(null);
  return (
    <section aria-labelledby="second-factor">
      <Stack gap="sm" maw={620}>
        <Title id="second-factor" order={2} size="h4">
          Authenticator app
        </Title>
        <Loaded query={factor}>
          {({ since, recoveryCodesLeft }) =>
            since === null ? (
              <None onSetUp={() => setDialog('set up')} />
            ) : (
              <InUse {...{ since, recoveryCodesLeft }} onDo={setDialog} />
            )
          }
        </Loaded>
      </Stack>
      {dialog === 'set up' && (
        <FormDialog opened onClose={close} title="Set up an authenticator app">
          <SetUpForm
            onCancel={close}
            onCodes={(made) => {
              setCodes(made);
              close();
            }}
          />
        </FormDialog>
      )}
      {dialog === 'renew' && <CodeDialog what="renew" onClose={close} onCodes={setCodes} />}
      {dialog === 'remove' && <CodeDialog what="remove" onClose={close} onCodes={setCodes} />}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </section>
  );
}

function None({ onSetUp }: { onSetUp: () => void }) {
  return (
    <>
      <Text size="sm">
        With an authenticator app on your phone, nobody gets in who has found out your password. You then sign in with
        the password and a code of six digits that the app shows.
      </Text>
      <div>
        <Button onClick={onSetUp}>Set up an authenticator app</Button>
      </div>
    </>
  );
}

function InUse({
  since,
  recoveryCodesLeft,
  onDo,
}: Pick<Schemas['SecondFactorResponse'], 'recoveryCodesLeft'> & { since: string; onDo: (dialog: Dialog) => void }) {
  const { timeZone } = useSession().clinic;
  return (
    <>
      <Text size="sm">
        Since {showInstant(since, timeZone)} you sign in with your password and a code of your authenticator app.{' '}
        {counted(recoveryCodesLeft, 'recovery code is', 'recovery codes are')} left for the day on which you don’t have
        it.
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => onDo('renew')}>
          New recovery codes
        </Button>
        <Button variant="default" onClick={() => onDo('remove')}>
          Remove the app
        </Button>
      </Group>
    </>
  );
}
