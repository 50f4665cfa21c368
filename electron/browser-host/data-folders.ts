import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface DataFolders {
  readonly evidence: string;
  /** Beside the user's documents, outside the profile of the browser. */
  readonly mirror: string;
}

/** Where files stand on this machine; everything below one folder where that is given. */
export function dataFolders(given: string | undefined): DataFolders {
  if (given !== undefined) return { evidence: join(given, 'evidence'), mirror: join(given, 'mirror') };
  const home = homedir();
  const documents = ['Documents', '文档', '我的文档'].map((name) => join(home, name)).find((path) => existsSync(path));
  const base = join(documents ?? home, '织诊');
  return { evidence: join(base, '佐证'), mirror: join(base, '自动备份') };
}
