/** A file that can't be opened; the message says why and what to do. */
export class UnreadableFile extends Error {}

export const NOT_TEXT =
  'The file is neither an Excel workbook (.xlsx) nor text in UTF-8. In Excel save it as “CSV UTF-8 (comma delimited)” ' +
  'or as “Excel workbook (.xlsx)”, and choose it again.';
