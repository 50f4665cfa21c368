import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseTrust, type Proof } from '#renderer/storage/database-trust.ts';

/** A database whose files are faked: what it says it took, and what is there once it was opened again. */
class Files {
  taken = '';
  onDisk = '';
  mark: string | null = null;
  done: string[] = [];
  keepsAfterReopening = true;
  isFull = false;
  finishReopening: () => void = () => {};
  isReopeningHeld = false;
  readonly proof: Proof = {
    renewLog: () => {
      this.done.push('renewed');
      return this.isFull ? Promise.reject(new Error('NO_SPACE')) : Promise.resolve();
    },
    writeMark: (mark) => Promise.resolve(void (this.mark = mark)),
    readMark: () => Promise.resolve(this.mark),
    reopen: async () => {
      this.done.push('reopened');
      if (this.isReopeningHeld) await new Promise<void>((resolve) => (this.finishReopening = resolve));
      if (!this.keepsAfterReopening) this.taken = this.onDisk;
      this.onDisk = this.taken;
    },
  };
  readonly write = (text: string) => (): Promise<void> => {
    if (this.isFull) return Promise.reject(new Error('NO_SPACE'));
    this.taken = text;
    this.done.push(`wrote ${text}`);
    return Promise.resolve();
  };
  readonly written = () => Promise.resolve(this.taken);
}

describe('whether the database can be relied on', () => {
  let files: Files;
  let trust: DatabaseTrust;
  const write = (text: string) => trust.write(files.write(text), files.written);
  const isDoubted = () => trust.state().kind === 'doubted';
  const failOnce = async () => {
    files.isFull = true;
    await expect(write('failed')).rejects.toThrow('NO_SPACE');
    files.isFull = false;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    files = new Files();
    trust = new DatabaseTrust(files.proof);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not asked while every write succeeds', async () => {
    await write('a');
    expect(files.done).toEqual(['wrote a']);
    expect(trust.state()).toEqual({ kind: 'trusted' });
  });

  it('is doubted after any failure, which is told, with what was said', async () => {
    const told: string[] = [];
    trust.subscribe(() => told.push(trust.state().kind));
    await failOnce();
    expect(trust.state()).toEqual({ kind: 'doubted', reason: 'Error: NO_SPACE' });
    expect(told).toEqual(['doubted']);
  });

  it('is proved by a new log, a write, an opening from the disk and a reading, in this order', async () => {
    await failOnce();
    await write('a');
    expect(files.done).toEqual(['renewed', 'wrote a', 'reopened']);
    expect(isDoubted()).toBe(false);
    await write('b');
    expect(files.done.at(-1)).toBe('wrote b');
  });

  it('stays doubted where what was written is not there after the opening', async () => {
    await failOnce();
    files.keepsAfterReopening = false;
    await expect(write('a')).rejects.toThrow('could not be read back');
    expect(isDoubted()).toBe(true);
    files.keepsAfterReopening = true;
    await write('b');
    expect(isDoubted()).toBe(false);
  });

  it('stays doubted where the mark of the proof is not there, though nothing else was to be written', async () => {
    await failOnce();
    trust = new DatabaseTrust({ ...files.proof, readMark: () => Promise.resolve(null) });
    trust.doubt('closed');
    await vi.advanceTimersByTimeAsync(3000);
    expect(files.done).toContain('reopened');
    expect(isDoubted()).toBe(true);
  });

  it('is proved again and again by itself until the disk takes something', async () => {
    await failOnce();
    files.isFull = true;
    await vi.advanceTimersByTimeAsync(9000);
    expect(files.done).toEqual(['renewed', 'renewed', 'renewed']);
    expect(isDoubted()).toBe(true);
    files.isFull = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(isDoubted()).toBe(false);
  });

  it('takes no write for done during which it became doubtful', async () => {
    let finish: () => void = () => {};
    const writing = trust.write(
      () => new Promise<void>((resolve) => (finish = resolve)),
      () => Promise.resolve(''),
    );
    const refused = expect(writing).rejects.toThrow('doubtful');
    trust.doubt('closed');
    finish();
    await refused;
  });

  it('is proved by one write at a time; those that waited need no proof of their own', async () => {
    await failOnce();
    await Promise.all([write('a'), write('b')]);
    expect(files.done).toEqual(['renewed', 'wrote a', 'reopened', 'wrote b']);
  });

  it('lets nobody read while it is closed', async () => {
    await failOnce();
    files.isReopeningHeld = true;
    const writing = write('a');
    await vi.waitFor(() => expect(files.done).toContain('reopened'));
    let found: string | null = null;
    const reading = trust.read(files.written).then((text) => (found = text));
    await vi.advanceTimersByTimeAsync(0);
    expect(found).toBeNull();
    files.finishReopening();
    await Promise.all([writing, reading]);
    expect(found).toBe('a');
  });
});
