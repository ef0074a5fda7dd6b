import { ApiOkResponse } from '@nestjs/swagger';

export const courseExample =
  'chart_number,initials,birth_year,sex,course_number,kind,indication,started_on,protocol,date_1,score_1,missed_reason_1,note_1\n' +
  'A-1042,JD,1981,female,1,induction,depression,2026-03-04,0 3 7 10 14 17,2026-03-04,35,,\n';

export const scoreExample =
  'chart_number,course_number,kind,indication,slot,state,total,item_1,assessed_on,missed_reason,note,version,recorded_at,recorded_by,course_status\n' +
  'A-1042,1,induction,depression,infusion-1,scored,35,3,2026-03-04,,,1,2026-03-04T16:20:11.000Z,Sam Okafor,active\n';

/** Documents a route that answers with a CSV file. */
export const CsvResponse = (example: string) =>
  ApiOkResponse({
    description:
      'A CSV file in UTF-8. A text that a spreadsheet program might run as a formula has an apostrophe before it; an ' +
      'import takes it off again.',
    content: { 'text/csv': { schema: { type: 'string' }, example } },
  });
