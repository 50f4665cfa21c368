import { expect } from 'vitest';
import type * as ReadImportModule from '#renderer/features/home/read-import.ts';
import { behind, fresh, type Followed } from './recipe.ts';

const FORMATS = 'renderer/features/home/import-formats';

export const importFormat: Followed = {
  title: 'Add an import format',
  edits: {
    [`${FORMATS}/name-list.ts`]: fresh(`import { knownIds } from '../../../documents/composer/known-ids.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { ImportFormat } from './import-format.ts';

/** A text file whose first line is the name of a mill. */
export const nameList: ImportFormat = {
  tells: (_, name) => name.endsWith('.txt'),
  limitBytes: 1000,
  read: (bytes) => {
    const [name] = new TextDecoder().decode(bytes).split('\\n');
    const enterprise = { name, subSectors: [], processes: [] };
    const dossier = { format: 'zhizhen-dossier', version: 1, id: 'from-a-list', enterprise, facts: {}, diagnoses: [] };
    return { outcome: readDossier(JSON.stringify(dossier), knownIds), days: [] };
  },
};
`),
    [`${FORMATS}/import-formats.ts`]: (text) =>
      behind(
        "from './import-format.ts'",
        "import { nameList } from './name-list.ts';",
      )(text.replace('[dossierFile]', '[nameList, dossierFile]')),
    'electron/main/files/electron-dialogs.ts': (text) =>
      text.replace("extensions: ['json']", "extensions: ['json', 'txt']"),
  },
  holds: async ({ load }) => {
    const { readImport } = await load<typeof ReadImportModule>('renderer/features/home/read-import.ts');
    const { outcome } = await readImport(new File(['示例一厂\n'], 'mills.txt'));
    expect(outcome.ok && outcome.value.enterprise.name).toBe('示例一厂');
  },
};
