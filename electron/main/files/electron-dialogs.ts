import { dialog, shell } from 'electron';
import type { Dialogs, DialogKind } from '../../host/files/save-and-open.ts';

const FILTERS: Readonly<Record<DialogKind, { name: string; extensions: string[] }[]>> = {
  dossier: [{ name: '企业档案', extensions: ['json'] }],
  report: [{ name: '报告', extensions: ['pdf', 'docx', 'xlsx', 'pptx'] }],
  table: [{ name: '表格', extensions: ['xlsx', 'csv', 'xls', 'txt'] }],
  evidence: [],
  package: [{ name: '织诊交接包', extensions: ['zhizhen'] }],
};

/** The dialogs of the system. */
export function electronDialogs(): Dialogs {
  return {
    chooseSavePath: async (suggested, kind) => {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggested, filters: FILTERS[kind] });
      return canceled ? null : filePath;
    },
    chooseOpenPaths: async (kind, many) => {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        filters: FILTERS[kind],
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return canceled ? [] : filePaths;
    },
    reveal: (path) => shell.showItemInFolder(path),
  };
}
