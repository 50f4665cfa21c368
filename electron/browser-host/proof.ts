import { readFile } from 'node:fs/promises';
import { writeAtomically } from '../host/files/write-atomically.ts';
import { PROGRAM } from './door.ts';
import { answerTo, isSame, isSecret, newSecret } from './secrets.ts';

/** A local server that does not answer by then is none of ours, in milliseconds. */
const LONGEST_WAIT_MS = 3000;

/** The secret by which starts of the program of one user know each other; one that cannot be kept lasts as long as this start. */
export async function proofAt(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (isSecret(kept)) return kept;
  const made = newSecret();
  await writeAtomically(path, made).catch(() => {});
  return made;
}

/**
 * Who has a port of this machine: this program with the same data, this program of another user or with other data, or
 * another one. What an answer says is not believed without proof: whoever has the port could say anything.
 */
export async function whoHas(port: number, proof: string): Promise<'own' | 'zhizhen' | 'other'> {
  const challenge = newSecret();
  const said = await askWho(port, challenge);
  const [program = '', answer = ''] = said.split(' ');
  if (program !== PROGRAM) return 'other';
  return isSame(answer, answerTo(`${port}:${challenge}`, proof)) ? 'own' : 'zhizhen';
}

/** Empty where nothing is said that could be read. */
async function askWho(port: number, challenge: string): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/desktop/who`, {
      headers: { 'x-zhizhen-challenge': challenge },
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    return response.ok ? (await response.text()).slice(0, 200) : '';
  } catch {
    return '';
  }
}
