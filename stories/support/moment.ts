/** The clock of every story stands here, so that a story looks the same on every day. */
export const storyNow = '2026-03-13T10:20:00+01:00';
export const storyNowMs = Date.parse(storyNow);
export const storyZone = 'Europe/Berlin';
export const weekMs = 7 * 24 * 3_600_000;
