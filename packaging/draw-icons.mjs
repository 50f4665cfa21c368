import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { icnsOf, ICNS_SIZES, icoOf } from './icon-containers.mjs';

/** Draws icons/icon.svg into the PNG, ICO and ICNS beside it; run by hand after the drawing changed. */
const ICONS = new URL('icons/', import.meta.url);
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

const svg = await readFile(new URL('icon.svg', ICONS), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await writeFile(new URL('icon.png', ICONS), await draw(512));
await writeFile(new URL('icon.ico', ICONS), icoOf(await drawAll(ICO_SIZES)));
await writeFile(new URL('icon.icns', ICONS), icnsOf(await drawAll(ICNS_SIZES)));
await browser.close();

async function drawAll(sizes) {
  const pictures = [];
  for (const size of sizes) pictures.push({ size, png: await draw(size) });
  return pictures;
}

async function draw(size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}
