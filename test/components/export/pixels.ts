/** A picture to be looked at pixel by pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One number a pixel. */
  readonly data: Uint32Array;
  /** Red, green, blue and opacity, 0–255. */
  at(x: number, y: number): readonly number[];
  /** How many pixels have this red, green and blue. */
  count(color: readonly [number, number, number]): number;
}

/** Reads a PNG. */
export async function pixelsOf(blob: Blob): Promise<Pixels> {
  const image = await createImageBitmap(blob);
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const at = (x: number, y: number): readonly number[] => [
    ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
  ];
  return {
    width,
    height,
    data: new Uint32Array(data.buffer),
    at,
    count([red, green, blue]) {
      let found = 0;
      for (let place = 0; place < data.length; place += 4) {
        if (data[place] === red && data[place + 1] === green && data[place + 2] === blue) found += 1;
      }
      return found;
    },
  };
}

/** Share of the pixels in some rows, and between two columns, that differ from the first one of all. */
export function inkOf({ width, data }: Pixels, top: number, bottom: number, left = 0, right = width): number {
  const [background] = data;
  let ink = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) if (data[y * width + x] !== background) ink += 1;
  }
  return ink / Math.max(1, (bottom - top) * (right - left));
}
