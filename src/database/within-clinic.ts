import { JoinColumn } from 'typeorm';

/**
 * Joins a row to another one of its own clinic: the clinic is a part of the key, so no row can point into another's.
 *
 * @param columns The other columns of the join, each with the property it refers to.
 * @param foreignKey Name of the constraint, where the database holds one.
 */
export function WithinClinic(columns: Record<string, string>, foreignKey?: string): PropertyDecorator {
  const joined = Object.entries({ clinic_id: 'clinicId', ...columns });
  return JoinColumn(
    joined.map(([name, referencedColumnName]) => ({
      name,
      referencedColumnName,
      foreignKeyConstraintName: foreignKey,
    })),
  );
}
