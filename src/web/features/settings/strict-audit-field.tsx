import { Checkbox } from '@mantine/core';

/** Whether who looked is written down before anything is shown. */
export function StrictAuditField({ defaultChecked }: { defaultChecked: boolean }) {
  return (
    <Checkbox
      name="strictAudit"
      label="Write down who looks before anything of patients is shown"
      description="Otherwise a quarter of a second later, which a server that breaks down in that moment can lose. With this each look takes some milliseconds longer, and nothing is shown where it can’t be written down."
      defaultChecked={defaultChecked}
    />
  );
}
