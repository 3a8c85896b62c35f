/** Where the contract's paths start on a server that is none. */
export const basePath = '/api/performance/';
export const baseUrl = `https://desk.example${basePath}`;

export function json(body: unknown, headers: HeadersInit = {}): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ...headers } });
}

export function problem(status: number, body: object = {}, headers: HeadersInit = {}): Response {
  const text = JSON.stringify({ title: 'It failed', status, ...body });
  return new Response(text, { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

export function lines(...values: readonly unknown[]): Response {
  const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
  return new Response(text, { headers: { 'Content-Type': 'application/x-ndjson' } });
}
