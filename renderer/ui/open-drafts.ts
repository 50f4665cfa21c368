const commits = new Set<() => void>();

/** A field with text that may not be handed on yet; returns how to take it off the list. */
export function addDraft(commit: () => void): () => void {
  commits.add(commit);
  return () => commits.delete(commit);
}

/** Hands on what stands in all fields, as when the page hides. */
export function commitDrafts(): void {
  for (const commit of commits) commit();
}
