export type WriteProblem =
  'overwrites-input' | 'not-ours' | 'not-checked' | 'disk-full' | 'read-only' | 'not-a-folder' | 'not-writable';

/** What stands in the way of an output, and where. */
export interface WriteObstacle {
  readonly code: WriteProblem;
  readonly path: string;
}

/** Something could not be written, or must not be; every obstacle that is known is named. */
export class WriteFailure extends Error {
  readonly obstacles: readonly WriteObstacle[];

  constructor(obstacles: readonly WriteObstacle[]) {
    super(obstacles.map(({ code, path }) => `${code}: ${path}`).join(', '));
    this.obstacles = obstacles;
  }
}

const CODES: Readonly<Record<string, WriteProblem>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EEXIST: 'not-a-folder',
  ENOTDIR: 'not-a-folder',
};

/** Does what writes at a path. @throws WriteFailure that says what the file system means */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new WriteFailure([{ code: CODES[code] ?? 'not-writable', path }]);
  }
}
