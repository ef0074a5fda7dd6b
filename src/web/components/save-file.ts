/** Long enough for every browser to have begun; it reads the address after the click. */
const BEGUN_AFTER = 10_000;

/** Hands a file to the person, as a download of the browser. */
export function saveFile(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGUN_AFTER);
}

/** Hands a CSV file to the person, with the mark that Excel needs to read it as UTF-8. */
export function saveCsv(fileName: string, text: string): void {
  saveFile(fileName, new Blob(['\uFEFF', text], { type: 'text/csv' }));
}
