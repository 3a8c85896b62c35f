/** A file that is ready to be downloaded. */
export interface ExportRequest {
  readonly kind: 'csv' | 'png' | 'json';
  /** With its ending. */
  readonly name: string;
  readonly blob: Blob;
}

/** Browsers read the file after the click has returned; the slowest are said to need some seconds. */
const KEPT_MS = 40_000;

/**
 * Asks the host by a cancelable `export-request` whether a file may be downloaded, and downloads it unless the host has
 * taken it.
 * @returns whether it has been downloaded
 */
export function requestExport(element: HTMLElement, detail: ExportRequest): boolean {
  const event = new CustomEvent('export-request', { detail, bubbles: true, composed: true, cancelable: true });
  if (!element.dispatchEvent(event)) return false;
  download(element.ownerDocument, detail);
  return true;
}

/** A link that is on no page: no click handler of the host hears of it, and the focus stays where it is. */
function download(page: Document, { name, blob }: ExportRequest): void {
  const url = URL.createObjectURL(blob);
  const link = page.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

declare global {
  interface GlobalEventHandlersEventMap {
    'export-request': CustomEvent<ExportRequest>;
  }
}
