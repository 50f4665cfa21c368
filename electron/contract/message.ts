const LENGTH_BYTES = 4;
const MOST_DEPTH = 64;

/** Where bytes stood in a value: they follow the text, `[offset, length]`. */
interface Place {
  readonly $bytes: readonly [number, number];
}

/** A value of plain JSON and byte arrays as one run of bytes: the length of the text, the text, then the bytes. */
export function encodeMessage(value: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (!(part instanceof Uint8Array)) return part;
    parts.push(part);
    size += part.byteLength;
    return { $bytes: [size - part.byteLength, part.byteLength] } satisfies Place;
  });
  const head = new TextEncoder().encode(text ?? '');
  const message = new Uint8Array(LENGTH_BYTES + head.byteLength + size);
  new DataView(message.buffer).setUint32(0, head.byteLength);
  message.set(head, LENGTH_BYTES);
  let at = LENGTH_BYTES + head.byteLength;
  for (const part of parts) {
    message.set(part, at);
    at += part.byteLength;
  }
  return message;
}

/** The value of a message; undefined where it held none. @throws where the bytes are no message. */
export function decodeMessage(message: Uint8Array): unknown {
  if (message.byteLength < LENGTH_BYTES) throw new Error('the message is cut off');
  const length = new DataView(message.buffer, message.byteOffset).getUint32(0);
  const end = LENGTH_BYTES + length;
  if (end > message.byteLength) throw new Error('the message is cut off');
  if (length === 0) return undefined;
  const text = new TextDecoder('utf-8', { fatal: true }).decode(message.subarray(LENGTH_BYTES, end));
  return withBytes(JSON.parse(text), message.subarray(end), 0);
}

function withBytes(value: unknown, bytes: Uint8Array, depth: number): unknown {
  if (depth > MOST_DEPTH) throw new Error('the message is nested too deeply');
  if (Array.isArray(value)) return value.map((part) => withBytes(part, bytes, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === '$bytes') return bytesAt(entries[0][1], bytes);
  return Object.fromEntries(entries.map(([key, part]) => [key, withBytes(part, bytes, depth + 1)]));
}

function bytesAt(place: unknown, bytes: Uint8Array): Uint8Array {
  const [offset, length] = Array.isArray(place) ? (place as unknown[]) : [];
  const isPlace =
    Number.isSafeInteger(offset) && Number.isSafeInteger(length) && Number(offset) >= 0 && Number(length) >= 0;
  if (!isPlace || Number(offset) + Number(length) > bytes.byteLength) throw new Error('bytes outside the message');
  return bytes.slice(Number(offset), Number(offset) + Number(length));
}
