/** An address as errors name it: without user, password, query and fragment, any of which may be secret. */
export function withoutSecrets(address: string): string {
  return address
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//')
    .slice(0, 200);
}
