import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Null where this machine lets a test mount disks; else the reason to skip, which is printed. */
export function mountMissing(needed: 'tmpfs' | 'loop'): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-mount-'));
  try {
    if (needed === 'tmpfs') quietly('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
    else {
      quietly('truncate', ['-s', '8M', join(folder, 'disk')]);
      quietly('mkfs.ext4', ['-q', join(folder, 'disk')]);
      quietly('mkdir', [join(folder, 'place')]);
      quietly('mount', ['-o', 'loop', join(folder, 'disk'), join(folder, 'place')]);
    }
    quietly('umount', [needed === 'tmpfs' ? folder : join(folder, 'place')]);
    return null;
  } catch (error) {
    const reason = `skipped, no ${needed} can be mounted here: ${String(error).split('\n')[0]}`;
    process.stderr.write(`${reason}\n`);
    return reason;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function quietly(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
