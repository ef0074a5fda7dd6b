import { Kbd, Radio, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { MISSED_REASONS, type MissedReason } from '../../../../domain/course/record/stop-reasons';
import { useTyped } from '../../../components/dialogs/dialog-draft';

interface Props {
  proposed: MissedReason | null;
  error: string | null;
}

const REASONS = Object.entries(MISSED_REASONS) as [MissedReason, string][];

/** Why a visit was missed; each reason has a number key. */
export function MissedReasons({ proposed, error }: Props) {
  const typed = useTyped();
  const [reason, setReason] = useState<string | null>(typed('missedReason', proposed ?? '') || null);
  useEffect(() => {
    const choose = ({ key, target }: KeyboardEvent) => {
      const chosen = REASONS[Number(key) - 1]?.[0];
      if (chosen && !isTextField(target)) setReason(chosen);
    };
    document.addEventListener('keydown', choose);
    return () => document.removeEventListener('keydown', choose);
  }, []);
  return (
    <Radio.Group
      label="Why was it missed?"
      name="missedReason"
      required
      value={reason}
      onChange={setReason}
      error={error}
    >
      <Stack gap={6} mt={6}>
        {REASONS.map(([value, label], index) => (
          <Radio
            key={value}
            value={value}
            data-autofocus={(proposed === null ? index === 0 : value === proposed) || undefined}
            label={
              <>
                <Kbd size="xs" aria-hidden>
                  {index + 1}
                </Kbd>{' '}
                {label}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** A number typed into a date or a note is no choice. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio';
}
