import { Command } from 'commander';
import { UpgradeCopy } from '../../backups/before-upgrade.js';
import { ownerDataSource } from '../../database/data-source.js';
import type { OpenDatabase } from '../../database/open.js';
import { LOST_AFTER_DAYS } from '../../domain/course/judgement/status.js';
import { NETWORK_GROUPS, networkGroupsByScores } from '../../domain/cohort/groups/network-groups.js';
import { isSafe, networkCounts } from '../../domain/disclosure/network.js';
import { countInFigures } from '../../domain/numbers/words.js';
import { readEnvironment } from '../../environment.js';
import { print, StartError, tell } from '../../terminal.js';
import { withDatabase } from '../service-context.js';
import { networkCells, readsAllClinics } from './network.repository.js';

export const networkCommand = new Command('network').action(async () => {
  const environment = readEnvironment();
  const count = async ({ ownerUrl }: OpenDatabase) => {
    const owner = await ownerDataSource(ownerUrl).initialize();
    try {
      if (!(await readsAllClinics(owner))) throw new StartError(BOUND);
      const [inductionDays, maintenanceDays] = [LOST_AFTER_DAYS.induction, LOST_AFTER_DAYS.maintenance];
      const groupsByScores = networkGroupsByScores();
      const cells = await networkCells(owner, { at: new Date(), groupsByScores, inductionDays, maintenanceDays });
      const concluded = cells.filter(({ groups }) => groups > 0);
      const underWay = cells.find(({ groups }) => groups === 0);
      const counts = networkCounts(concluded, NETWORK_GROUPS.length);
      NETWORK_GROUPS.forEach(({ label }, place) => print(line(label, counts[place] ?? null)));
      print(line('Still under way, in none of these', underWay && !isSafe(underWay) ? null : (underWay?.courses ?? 0)));
      print(NOTE);
    } finally {
      await owner.destroy();
    }
  };
  await withDatabase(environment, count, new UpgradeCopy(environment, tell));
});

function line(label: string, count: number | null): string {
  return `${label.padEnd(48)} ${count === null ? 'withheld' : countInFigures(count)}`;
}

const BOUND =
  'Row-level security lets the login of DATABASE_URL read one clinic at a time, so it can not count all of them. Give a superuser, ' +
  'or a login with BYPASSRLS.';
const NOTE =
  'Courses of all clinics. A number is withheld where it, or what can be computed from it and the others, is of fewer than 11 patients or ' +
  '3 clinics, or shows one clinic fewer than 11 patients of the others. Two prints of different days differ by few patients: hand on ' +
  'one of them, not both.';
