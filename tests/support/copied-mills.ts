/** The smallest text that the mirror takes for a dossier. */
export function copyText(
  revision: number,
  content: unknown = '',
  { id = 'ent-1', name = '滨州某某纺织' } = {},
): string {
  return JSON.stringify({ format: 'zhizhen-dossier', version: 1, id, revision, enterprise: { name }, content });
}
