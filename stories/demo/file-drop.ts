import { find } from './element.js';

/** Lets a person open a file by the button, or by dropping it anywhere on the page. */
export function acceptFiles(page: Document, open: (file: File) => void): void {
  const input = find<HTMLInputElement>(page, 'input[name=file]');
  const overlay = find(page, '.drop');
  find(page, '.open-file').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) open(file);
    // The same file can be chosen again only after the field forgot it.
    input.value = '';
  });

  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  page.addEventListener('dragover', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    overlay.hidden = false;
  });
  page.addEventListener('dragleave', (event) => {
    // Leaving one element for another names the other; leaving the window names none.
    if (event.relatedTarget === null) overlay.hidden = true;
  });
  page.addEventListener('drop', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    overlay.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) open(file);
  });
}
