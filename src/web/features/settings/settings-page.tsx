import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { clinicQuery } from '../../api/clinic-query';
import { queryKeys } from '../../api/query-keys';
import { HistorySection } from '../../components/history/history';
import { useSession } from '../../session/session';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { BackupList } from './backup-list';
import { ClinicForm } from './clinic-form';
import { ExportList } from './export-list';
import { ImportList } from './import-list';
import { AuditSection } from './audit-section';
import { ProgramsSection } from './programs-section';

/** The clinic's name, zone and crisis resources; what was brought in and taken out, by whom; the backups. */
export default function SettingsPage() {
  // What somebody is typing is not replaced under their hands.
  const clinic = useQuery({ ...clinicQuery, refetchOnWindowFocus: false });
  const { timeZone } = useSession().clinic;
  return (
    <Page title="Settings">
      <Stack gap="xl" maw={960}>
        <Loaded query={clinic} height={420}>
          {(settings) => <ClinicForm clinic={settings} />}
        </Loaded>
        <HistorySection
          timeZone={timeZone}
          of="the settings"
          queryKey={queryKeys.clinic}
          read={(query) => bodyOf(api.GET('/v1/clinic/history', { params: { query } }))}
        />
        <ExportList />
        <ImportList />
        <BackupList />
        <ProgramsSection />
        <AuditSection />
      </Stack>
    </Page>
  );
}
