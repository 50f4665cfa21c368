/** What a folder holds; nothing where there is no such folder. @throws whatever else the file system says */
export async function orNone<T>(listed: Promise<T[]>): Promise<T[]> {
  try {
    return await listed;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
