/** Marks that change a letter's accent; vowel signs, which are letters of their own in many scripts, stay. */
const ACCENTS = /(?=\p{M})\p{Diacritic}/gu;

/**
 * A text as searching compares it: without case, accents and the difference of ligatures and widths. The rules are
 * those of no language, so that a Turkish page finds "Invoice" by "invoice" as well.
 */
export function foldText(text: string): string {
  // Upper case, because it unites ß with ss, ı with i and the two small sigmas.
  return text.normalize('NFKD').replace(ACCENTS, '').toUpperCase();
}
