import { createCipheriv, createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE_BYTES = 5_000_000;

/**
 * Files of so many MB together, under the names that the product gives to evidence: every other one is pseudo-random,
 * as the bytes of a photo look, the others are lists of readings.
 */
export function writeEvidence(folder, megabytes) {
  const random = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16));
  for (let count = 0; count * FILE_BYTES < megabytes * 1e6; count += 1) {
    const noise = random.update(Buffer.alloc(FILE_BYTES));
    const content = count % 2 === 0 ? noise : readingsFrom(noise);
    const sha256 = createHash('sha256').update(content).digest('hex');
    mkdirSync(join(folder, sha256.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, sha256.slice(0, 2), sha256), content);
  }
}

/** Text of the same length: a line for each reading of a meter. */
function readingsFrom(noise) {
  let text = '';
  for (let i = 0; text.length < FILE_BYTES; i += 2) {
    const minute = String((i / 2) % 60).padStart(2, '0');
    text += `2025-06-${10 + (i % 20)}T08:${minute}:00,meter-${noise[i] % 40},${noise.readUInt16LE(i) / 100},kWh,ok\n`;
  }
  return Buffer.from(text.slice(0, FILE_BYTES));
}
