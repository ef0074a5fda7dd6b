import { Button, Checkbox, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { changesOf } from '../../components/changes-of';
import { faultOf } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { fieldOf } from '../../components/form';
import { ProblemNotice } from '../../components/problem-notice';
import { StaleNotice, useVersionedChange } from '../../components/versioned';
import { ZoneField } from '../../components/zone-field';
import { LocaleField } from './locale-field';
import { ClinicDaysFields, clinicDaysWords, clinicWeekdaysIn } from './clinic-days-fields';
import { BreakGlassField } from './break-glass-field';
import { CrisisFields } from './crisis-fields';
import { RhythmFields, rhythmsIn, rhythmWords } from './rhythm-fields';
import { StrictAuditField } from './strict-audit-field';
import { SecondFactorField, secondFactorWords } from './second-factor-field';

type Clinic = Schemas['ClinicSettingsResponse'];

/** Name, zone, days, crisis resources and rule of approval of the clinic, saved together. */
export function ClinicForm({ clinic }: { clinic: Clinic }) {
  const { resources, setResources, holidays, setHolidays, save, before, theirs, takeUp } = useSettings(clinic);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby="clinic-title">
      <Stack>
        <Title order={2} size="h4" id="clinic-title">
          The clinic
        </Title>
        <TextInput
          key={`name ${before.version}`}
          label="Name"
          name="name"
          maw={440}
          required
          defaultValue={before.name}
          error={faultOf(save.error, '/name')}
        />
        <ZoneField
          key={`zone ${before.version}`}
          description="Decides which day is “today”, and in which time instants are shown. Recorded dates stay as they are."
          maw={440}
          defaultValue={before.timeZone}
          error={faultOf(save.error, '/timeZone')}
        />
        <LocaleField
          key={`locale ${before.version}`}
          defaultValue={before.locale}
          error={faultOf(save.error, '/locale')}
        />
        <RhythmFields clinic={before} error={save.error} />
        <ClinicDaysFields
          key={`days ${before.version}`}
          clinicWeekdays={before.clinicWeekdays}
          holidays={holidays}
          onChange={setHolidays}
          fault={(pointer) => faultOf(save.error, pointer)}
        />
        <CrisisFields resources={resources} onChange={setResources} fault={(pointer) => faultOf(save.error, pointer)} />
        <Checkbox
          key={`approval ${before.version}`}
          name="selfApproval"
          label="The single director approves their own drafts"
          description="For a clinic with one director. A publication that is approved so says in public “approved by its author”. Without effect while there are more directors."
          defaultChecked={before.selfApproval}
          error={faultOf(save.error, '/selfApproval')}
        />
        <SecondFactorField key={`factor ${before.version}`} defaultValue={before.secondFactor} />
        <BreakGlassField
          key={`glass ${before.version}`}
          defaultValue={before.breakGlassDirectorId}
          fault={faultOf(save.error, '/breakGlassDirectorId')}
        />
        <StrictAuditField key={`strict ${before.version}`} defaultChecked={before.strictAudit} />
        {theirs && <StaleNotice words={wordsOf(theirs)} onTakeUp={takeUp} />}
        {save.error && !theirs && <ProblemNotice error={save.error} />}
        <div>
          <Button type="submit" loading={save.isPending}>
            Save the settings
          </Button>
        </div>
        <Text role="status" size="sm">
          {save.isSuccess && 'The settings are saved.'}
        </Text>
      </Stack>
    </form>
  );
}

/** What is typed in lists, and what sends all that was changed. */
function useSettings(clinic: Clinic) {
  const client = useQueryClient();
  const [resources, setResources] = useState(clinic.crisisResources);
  const [holidays, setHolidays] = useState(clinic.holidays);
  const change = useVersionedChange(
    clinic,
    (form, ifMatch, opened) => {
      const typed = {
        name: fieldOf(form, 'name'),
        timeZone: fieldOf(form, 'timeZone'),
        locale: fieldOf(form, 'locale'),
        secondFactor: fieldOf(form, 'secondFactor') as Clinic['secondFactor'],
        ...(form.has('breakGlassDirectorId') && {
          breakGlassDirectorId: fieldOf(form, 'breakGlassDirectorId') || null,
        }),
      };
      const days = { clinicWeekdays: clinicWeekdaysIn(form), holidays };
      const rules = { selfApproval: form.has('selfApproval'), strictAudit: form.has('strictAudit') };
      const settings = { ...typed, ...rhythmsIn(form), ...days, crisisResources: resources, ...rules };
      const body = changesOf(settings, opened);
      const params = { header: { 'If-Match': ifMatch } };
      return bodyOf(api.PATCH('/v1/clinic', { params, body }));
    },
    {
      onSaved: (saved) => {
        setResources(saved.crisisResources);
        setHolidays(saved.holidays);
        return Promise.all([
          client.invalidateQueries({ queryKey: queryKeys.session }),
          client.invalidateQueries({ queryKey: queryKeys.clinic }),
          client.invalidateQueries({ queryKey: queryKeys.courses }),
        ]);
      },
    },
  );
  return { resources, setResources, holidays, setHolidays, ...change };
}

function wordsOf(clinic: Clinic): string {
  const { name, timeZone, locale, crisisResources, selfApproval, secondFactor, strictAudit } = clinic;
  const resources = crisisResources.map(({ label, contact }) => `${label}: ${contact}`);
  const approval = selfApproval ? 'own drafts approved' : 'own drafts not approved';
  const factor = `second factor: ${secondFactorWords(secondFactor)}`;
  return [
    name,
    timeZone,
    locale,
    ...rhythmWords(clinic),
    ...clinicDaysWords(clinic),
    ...resources,
    approval,
    factor,
    clinic.breakGlassDirectorId === null ? 'passwords let in' : 'single sign-on only',
    strictAudit ? 'looks written down first' : 'looks written down a moment later',
  ].join('\u00a0· ');
}
