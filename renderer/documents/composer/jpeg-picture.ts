import type { Picture } from '#assessments/reporting/report-document.ts';
import { base64Of } from '../docx/base64.ts';

const START = 0xff_d8;

/** A JPEG with its size; null where the bytes are none. */
export function jpegPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return null;
  for (let at = 2; at + 9 < bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (!isFrame(view.getUint8(at + 1))) continue;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    return width === 0 || height === 0 ? null : { jpeg: base64Of(bytes), width, height };
  }
  return null;
}

/** Whether a marker begins a frame, which says the size: SOF0 to SOF15 but for tables and restarts among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
