import type { DataSource } from 'typeorm';

/** Everything a migration can leave in the schema, a line each: columns, constraints, indexes, rights and meanings. */
const PARTS = [
  `SELECT format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default)
   FROM information_schema.columns WHERE table_schema = 'public'`,
  `SELECT format('constraint %s %s: %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
   FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'`,
  `SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'`,
  `SELECT format('policy %s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check)
   FROM pg_policies WHERE schemaname = 'public'`,
  `SELECT format('%s %s rls %s forced %s rights %s', relkind, relname, relrowsecurity, relforcerowsecurity, relacl)
   FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i'`,
  `SELECT format('comment %s %s: %s', objoid::regclass, objsubid, description)
   FROM pg_description WHERE classoid = 'pg_class'::regclass
     AND objoid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
  `SELECT format('function %s', oid::regprocedure) FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  `SELECT format('trigger %s %s', tgrelid::regclass, tgname) FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT format('type %s', typname) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype <> 'b'`,
];

/** A schema as sorted lines of text, without TypeORM's own list of migrations. */
export async function schemaOf(owner: DataSource): Promise<string[]> {
  const rows = await owner.query<{ format: string }[]>(PARTS.join('\nUNION ALL\n'));
  return rows
    .map(({ format }) => format)
    .filter((line) => !/\bmigration(_|\b)/.test(line))
    .sort();
}
