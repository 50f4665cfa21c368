/** An ICO (Windows Vista and later) of pictures `{ size, png }`: a directory, then the PNGs as they are. */
export function icoOf(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // One byte each; 0 says 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** Four letters that say the size of a PNG inside an ICNS (macOS 10.7 and later). */
const ICNS_TYPES = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };
export const ICNS_SIZES = Object.keys(ICNS_TYPES).map(Number);

/** An ICNS of pictures `{ size, png }`. */
export function icnsOf(pictures) {
  const entries = pictures.map(({ size, png }) => icnsBlock(ICNS_TYPES[size], png));
  return icnsBlock('icns', Buffer.concat(entries));
}

function icnsBlock(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
