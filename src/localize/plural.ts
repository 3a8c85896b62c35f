/** The forms of one text; `other` is used where a language's form is not given. */
export type PluralForms = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string };

/** Chooses the form that a language uses for a number. */
export type Plural = (amount: number, forms: PluralForms) => string;

/** The plural rules of a locale. */
export function pluralOf(locale: string): Plural {
  const rules = new Intl.PluralRules(locale);
  return (amount, forms) => forms[rules.select(amount)] ?? forms.other;
}
