import { randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { trouble } from '../contract/outcomes.ts';
import { OWNER_ONLY } from '../host/files/rights.ts';
import { makeFolder } from '../host/files/write-atomically.ts';
import { MOST_PACKAGE } from '../host/hand-over/limits.ts';
import type { GivenFiles, packageCalls } from '../host/hand-over/packages.ts';

/** A page that is gone does not say so: of so many the packages are kept. */
const MOST_PAGES = 8;

/** What every page of this process gave, to go with the end of it. */
const standing = new Set<string>();
process.on('exit', () => standing.forEach((path) => rmSync(path, { force: true })));

type PackageCalls = ReturnType<typeof packageCalls>;
type OpeningCalls = Omit<PackageCalls, 'packDossier' | keyof GivenFiles>;

interface Given {
  readonly path: string;
  readonly calls: PackageCalls;
}

export interface PagePackages {
  /** Takes the package that a page sends; false where it is larger than any may be. */
  readonly take: (page: string, request: IncomingMessage) => Promise<boolean>;
  /** Opens and takes in the package that this page gave last. */
  readonly of: (page: string) => OpeningCalls;
}

/** Packages that pages give to be opened: each page has its own, kept until it gives another one or the program ends. */
export function pagePackages(folder: string, newCalls: () => PackageCalls): PagePackages {
  const pages = new Map<string, Given>();
  const forget = (page: string) => {
    const given = pages.get(page);
    if (given !== undefined) remove(given.path);
    pages.delete(page);
  };
  const forgotten: OpeningCalls = {
    openPackage: () => Promise.resolve(trouble('package-forgotten')),
    acceptPackage: () => Promise.resolve(trouble('package-forgotten')),
  };
  return {
    take: async (page, request) => {
      const path = await receive(folder, request);
      if (path === null) return false;
      forget(page);
      for (const oldest of [...pages.keys()].slice(0, Math.max(0, pages.size + 1 - MOST_PAGES))) forget(oldest);
      const calls = newCalls();
      calls.giveFile(path);
      pages.set(page, { path, calls });
      return true;
    },
    of: (page) => pages.get(page)?.calls ?? forgotten,
  };
}

/** Null, and nothing is left, where more comes than any package has. @throws what the disk says, with nothing left either. */
async function receive(folder: string, request: IncomingMessage): Promise<string | null> {
  await makeFolder(folder);
  const path = join(folder, `${randomUUID()}.zhizhen`);
  standing.add(path);
  let size = 0;
  try {
    await pipeline(
      request,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          size += part.byteLength;
          if (size > MOST_PACKAGE) return;
          yield part;
        }
      },
      createWriteStream(path, { mode: OWNER_ONLY.file }),
    );
  } catch (error) {
    remove(path);
    throw error;
  }
  if (size <= MOST_PACKAGE) return path;
  remove(path);
  return null;
}

function remove(path: string): void {
  rmSync(path, { force: true });
  standing.delete(path);
}
