import { saveFile } from '../../components/save-file';

/** Hands a CSV file to the person; with the mark that Excel needs to read it as UTF-8. */
export function saveText(fileName: string, text: string): void {
  saveFile(fileName, new Blob(['\uFEFF', text], { type: 'text/csv' }));
}
