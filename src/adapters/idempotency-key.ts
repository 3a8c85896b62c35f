/** A name that no other write has: 128 random bits. */
export function newIdempotencyKey(): string {
  // Not randomUUID: pages without TLS do not have it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
