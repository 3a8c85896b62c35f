/** The name that a page's policy must allow for the kit's trusted types. */
const POLICY = 'deskglass';

/** As much of the Trusted Types API as is used; it has no types of its own yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

let chosen: string | URL | null = null;
let trusted: { readonly href: string; readonly url: unknown } | null = null;

/** Sets where the loading worker lies, for bundlers that move files; null: beside the module that starts it. */
export function useWorkerUrl(url: string | URL | null): void {
  chosen = url;
}

/**
 * The address of the loading worker in a form that a page's policy lets through.
 * @throws {TypeError} where it is of another origin, or the page refuses the kit's policy
 */
export function trustedWorkerUrl(): string {
  const { href, origin } =
    chosen === null ? new URL('./worker.js', import.meta.url) : new URL(chosen, document.baseURI);
  if (origin !== location.origin) throw new TypeError(`a worker cannot be started from another origin, ${origin}`);
  if (trusted?.href !== href) trusted = { href, url: trust(href) };
  return trusted.url as string;
}

/** The policy admits exactly this one address. */
function trust(href: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return href;
  const policy = trustedTypes.createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (url !== href) throw new TypeError(`${POLICY}: only the loading worker can be started`);
      return url;
    },
  });
  return policy.createScriptURL(href);
}
