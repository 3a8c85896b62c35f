/**
 * Declarations for `:host` that find the reader's own font size, px, as `--_dg-reader`: what `medium` is in this browser,
 * whatever a page has made of its own text, and never below 16px, since `medium` is less in some fonts. Important, because
 * a page's rule for all elements reaches the host.
 */
export const readerSize = 'font-size: medium !important;\n--_dg-reader: max(1em, 16px);';

/**
 * Makes {@link readerSize} a length in a document, and not a text that each element would read anew by its own font. Once:
 * another copy of the kit may have done it.
 */
export function registerReaderSize(view: { readonly CSS?: Pick<typeof CSS, 'registerProperty'> }): void {
  try {
    view.CSS?.registerProperty({ name: '--_dg-reader', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // It is one already.
  }
}
