const KEY = 'zhizhen-verifier';

/** Under which name answers were verified last on this computer; empty where none was typed. */
export function rememberedVerifier(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function rememberVerifier(name: string): void {
  localStorage.setItem(KEY, name);
}
