/** What a property that mirrors an attribute says; null where it says nothing. Frameworks set undefined, false and numbers. */
export function attributeText(value: unknown): string | null {
  return value == null || value === false || value === '' ? null : String(value);
}
