import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icnsOf, icoOf } from '../../packaging/icon-containers.mjs';
import { PROJECT } from '#tests/support/cli.ts';

const icon = (name: string) => readFileSync(join(PROJECT, 'packaging', 'icons', name));
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const pngSize = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

function icoPictures(ico: Buffer): Buffer[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const offset = ico.readUInt32LE(6 + 16 * index + 12);
    return ico.subarray(offset, offset + ico.readUInt32LE(6 + 16 * index + 8));
  });
}

function icnsPictures(icns: Buffer): Buffer[] {
  const pictures: Buffer[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    pictures.push(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
  return pictures;
}

describe('the icons', () => {
  it('are a PNG of 512 pixels for Linux', () => {
    expect(pngSize(icon('icon.png'))).toEqual([512, 512]);
  });

  it('are an ICO for Windows in the sizes from title bar to desktop', () => {
    expect(icoPictures(icon('icon.ico')).map(pngSize)).toEqual(
      [16, 24, 32, 48, 64, 128, 256].map((size) => [size, size]),
    );
  });

  it('are an ICNS for macOS up to 1024 pixels', () => {
    const pictures = icnsPictures(icon('icon.icns'));
    expect(pictures.map(pngSize)).toEqual([32, 64, 128, 256, 512, 1024].map((size) => [size, size]));
  });

  it('stand in their containers byte for byte', () => {
    const pictures = [32, 256].map((size) => ({ size, png: Buffer.concat([PNG, Buffer.alloc(size)]) }));
    const pngs = pictures.map(({ png }) => png);
    expect(icoPictures(icoOf(pictures))).toEqual(pngs);
    expect(icnsPictures(icnsOf(pictures))).toEqual(pngs);
  });
});
