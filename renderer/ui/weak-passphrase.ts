/** Why a passphrase is easily guessed. */
export type Weakness = 'short' | 'common' | 'sequence' | 'repeated' | 'date' | 'own-name';

/** Signs that take long to guess: one of a keyboard counts once, a Chinese one twice. */
const ENOUGH = 12;
/** What is easily guessed counts as little as two signs, however long it is. */
const EASY = '··';

const COMMON =
  /pass?w[o0]rd|p@ssw[o0]rd|admin|root|test|temp|user|guest|login|welcome|hello|iloveyou|letmein|dragon|monkey|master|woaini|mima|kouling|gongsi|fangzhi|yinran|fuzhuang|zhizhen|youpan|5201?314|1314|520|168|股份|有限|责任|公司|集团|纺织|印染|服装|织诊|密码|口令|优盘|u盘|交接|佐证/gu;
const DATE = /(?:19|20)\d{2}(?:[-./年]?(?:1[0-2]|0?[1-9])(?:[-./月]?(?:3[01]|[12]\d|0?[1-9])日?)?)?年?/gu;
const REPEATED = /(.)\1{2,}|(.{2,}?)\2+/gu;
const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb'];
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_SEQUENCE = 3;

/**
 * Why a passphrase is easily guessed; null where it is not, as far as can be told. Those who carry a package know the mill,
 * so its own words (`own`) guess easily too. It advises, and proves nothing: what is made by chance is better.
 */
export function weaknessOf(passphrase: string, own: readonly string[]): Weakness | null {
  let rest = passphrase.normalize('NFKC').toLowerCase();
  const found: Weakness[] = [];
  const leaveOut = (weakness: Weakness, without: string) => {
    if (without !== rest) found.push(weakness);
    rest = without;
  };
  leaveOut(
    'own-name',
    withoutParts(
      rest,
      own.map((word) => word.toLowerCase()),
      (part) => weightOf(part) >= 4,
    ),
  );
  leaveOut('common', rest.replaceAll(COMMON, EASY));
  leaveOut('date', rest.replaceAll(DATE, EASY));
  leaveOut('repeated', rest.replaceAll(REPEATED, EASY));
  leaveOut(
    'sequence',
    withoutParts(rest, SEQUENCES, (part) => part.length >= SHORTEST_SEQUENCE),
  );
  return weightOf(rest) >= ENOUGH ? null : (found[0] ?? 'short');
}

/** The text without what of it stands in one of the words, the longest part first where it begins. */
function withoutParts(text: string, words: readonly string[], isPart: (part: string) => boolean): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    let end = at;
    while (end < text.length && words.some((word) => word.includes(text.slice(at, end + 1)))) end += 1;
    const isLeftOut = isPart(text.slice(at, end));
    out += isLeftOut ? EASY : text.slice(at, at + 1);
    at = isLeftOut ? end : at + 1;
  }
  return out;
}

function weightOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
}
