import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

interface PatientRow {
  id: string;
  chart_number: string;
}

export class LookAlikes1795305600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE patient ADD COLUMN chart_key text`);
    await runner.query(`ALTER TABLE patient ADD COLUMN short_chart_key text`);
    await runner.query(`ALTER TABLE patient ADD COLUMN override_reason text`);
    await fillKeys(runner);
    await runner.query(`ALTER TABLE patient ALTER COLUMN chart_key SET NOT NULL`);
    await runner.query(`ALTER TABLE patient ALTER COLUMN short_chart_key SET NOT NULL`);
    await runner.query(`
      ALTER TABLE patient ADD CONSTRAINT patient_override_reason_check
        CHECK (length(override_reason) BETWEEN 1 AND 500)`);
    // By code point, whatever the language of the database: a search asks for the beginning of a key.
    await runner.query(`
      CREATE INDEX patient_chart_key_idx ON patient (clinic_id, chart_key text_pattern_ops)`);
    await runner.query(`
      CREATE INDEX patient_short_chart_key_idx ON patient (clinic_id, short_chart_key)`);
    await runner.query(`CREATE INDEX patient_birth_year_idx ON patient (clinic_id, birth_year, sex)`);
    await describe(runner, 'patient', 'A patient: a chart number, and nothing else that identifies.', {
      chart_key: 'Chart number as it is searched: letters and digits, upper case, O as 0 and I as 1',
      short_chart_key: 'The same without the zeros that each group of digits begins with',
      override_reason: 'Why the patient was added although another looks the same; null where none did',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX patient_birth_year_idx`);
    for (const column of ['override_reason', 'short_chart_key', 'chart_key']) {
      await runner.query(`ALTER TABLE patient DROP COLUMN ${column}`);
    }
  }
}

/** One clinic after the other: row-level security binds the owner of the table too. */
async function fillKeys(runner: QueryRunner): Promise<void> {
  const clinics = (await runner.query(`SELECT id FROM clinic`)) as { id: string }[];
  for (const { id: clinicId } of clinics) {
    await runner.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
    const patients = (await runner.query(`SELECT id, chart_number FROM patient WHERE clinic_id = $1`, [
      clinicId,
    ])) as PatientRow[];
    const keys = patients.map(({ chart_number }) => chartKeysOf(chart_number));
    await runner.query(
      `UPDATE patient p SET chart_key = k.chart_key, short_chart_key = k.short_chart_key
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS k(id, chart_key, short_chart_key)
       WHERE p.clinic_id = $1 AND p.id = k.id`,
      [
        clinicId,
        patients.map(({ id }) => id),
        keys.map(({ chartKey }) => chartKey),
        keys.map(({ shortChartKey }) => shortChartKey),
      ],
    );
  }
  await runner.query(`SET LOCAL app.clinic_id = ''`);
}

/** The keys as they were computed when this was written: what the service makes of a number later is not its business. */
function chartKeysOf(chartNumber: string): { chartKey: string; shortChartKey: string } {
  const folded = chartNumber.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll('I', '1');
  const withoutZeros = folded.replace(/(?<!\d)0+(?=\d)/g, '');
  return { chartKey: bare(folded), shortChartKey: bare(withoutZeros) };
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
