/** How many pixels a picture says it has, read from its header alone: nothing of it is decoded (T13). */

/** The pixels of a PNG, JPEG or WebP; null when it does not say so where it must, or says that there are none. */
export function pixelsOf(type: string, content: Uint8Array): number | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  try {
    // A JPEG without a height tells it when the picture is over, and nobody who opens it waits for that.
    const pixels = type === 'image/png' ? ofPng(view) : type === 'image/jpeg' ? ofJpeg(view) : ofWebp(view);
    return pixels === 0 ? null : pixels;
  } catch (error) {
    // It ends before its header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The first chunk must be the one that says it. */
function ofPng(view: DataView): number | null {
  return view.getUint32(12) === chunk('IHDR') ? view.getUint32(16) * view.getUint32(20) : null;
}

/** The markers one by one until the picture itself begins. A second frame would be as dangerous as the first, so the greatest counts. */
function ofJpeg(view: DataView): number | null {
  let most: number | null = null;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A marker may be led in by any number of these.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) most = Math.max(most ?? 0, view.getUint16(at + 5) * view.getUint16(at + 7));
    if (marker === 0xda || marker === 0xd9) return most;
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isAlone ? 2 : 2 + view.getUint16(at + 2);
  }
}

function ofWebp(view: DataView): number | null {
  const kind = view.getUint32(12);
  if (kind === chunk('VP8X')) return (uint24(view, 24) + 1) * (uint24(view, 27) + 1);
  if (kind === chunk('VP8L')) {
    const bits = view.getUint32(21, true);
    return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
  }
  return kind === chunk('VP8 ') ? (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff) : null;
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;

/** Four letters as the number they are in the file. */
const chunk = (letters: string): number => new DataView(new TextEncoder().encode(letters).buffer).getUint32(0);
