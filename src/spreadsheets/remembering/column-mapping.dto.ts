import type { Instant } from '../../domain/calendar/calendar.js';
import type { Id } from '../../domain/id.js';
import type { ColumnMapping } from './column-mapping.entity.js';

export interface ColumnMappingResponse {
  id: Id;
  /** The file of which it was said. @example "scores-2026.csv" */
  fileName: string;
  /** Names of the columns, in order. @example ["ID no", "When", "Points"] */
  headers: string[];
  /** What each means; empty for one that is left out. @example ["chart_number", "date_1", "score_1"] */
  meanings: string[];
  rememberedAt: Instant;
}

export interface ColumnMappingsResponse {
  items: ColumnMappingResponse[];
}

export function toColumnMappingResponse(row: ColumnMapping): ColumnMappingResponse {
  const { id, fileName, headers, meanings, rememberedAt } = row;
  return { id, fileName, headers, meanings, rememberedAt: rememberedAt.toISOString() };
}
