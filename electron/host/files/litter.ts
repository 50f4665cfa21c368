const NAMES = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

/** Whether systems leave a file of that name in folders that people look into. */
export function isLitter(name: string): boolean {
  return NAMES.has(name);
}
