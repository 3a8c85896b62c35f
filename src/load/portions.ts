const LINE_FEED = 10;
/** What is copied, read and taken in together stays within a slice, however large a page is. */
const PORTION_BYTES = 256 * 1_024;

/** NDJSON bytes in portions of whole lines; a portion is longer than 256 KiB by no more than its last line. */
export function* portionsOf(ndjson: Uint8Array): Generator<Uint8Array, void> {
  for (let start = 0; start < ndjson.length;) {
    const feed = ndjson.indexOf(LINE_FEED, start + PORTION_BYTES - 1);
    const end = feed < 0 ? ndjson.length : feed + 1;
    yield ndjson.subarray(start, end);
    start = end;
  }
}
