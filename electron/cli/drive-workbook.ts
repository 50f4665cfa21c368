import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { DriveEntry, DriveRollUp } from '#assessments/drive/roll-up.ts';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { text } from './text.ts';

/** The roll-up as a workbook: one row per enterprise. The same roll-up gives the same bytes. */
export async function driveWorkbook(drive: DriveRollUp, language: Language): Promise<Uint8Array> {
  const packs = packList(shippedPacks);
  const heading = [
    ...(['column-id', 'column-name', 'column-city', 'column-sectors'] as const).map((id) => text(id, language)),
    ...packs.flatMap((pack) =>
      (['column-low', 'column-high', 'column-level'] as const).map(
        (id) => `${pack.shortName[language]} ${text(id, language)}`,
      ),
    ),
  ];
  const row = (entry: DriveEntry) => [
    ...[entry.id, entry.name, entry.city ?? '', entry.subSectors.join(' ')].map((value) => ({ value, type: String })),
    ...packs.flatMap((pack) => {
      const { low, high, level } = entry.packs[pack.id] ?? { low: null, high: null, level: null };
      return [low, high, level].map((value) =>
        value === null ? null : { value, type: Number, format: value === level ? '0' : '0.0' },
      );
    }),
  ];
  const sheet = [
    heading.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
    ...drive.enterprises.map(row),
  ];
  const columns = heading.map((_, i) => ({ width: i === 1 ? 36 : 14 }));
  const buffer = await writeXlsxFile(sheet, { columns, stickyRowsCount: 1 }).toBuffer();
  return withoutClock(buffer);
}

/** The workbook with every entry dated alike; the writer stamps the time of writing. */
function withoutClock(workbook: Uint8Array): Uint8Array {
  return zipSync(unzipSync(workbook), { mtime: new Date(1980, 0, 1) });
}
