import { stepPath } from './routes.ts';

const key = (id: string) => `zhizhen-place/${id}`;

/** Where the user was in an enterprise last; its profile at first. */
export function rememberedPlace(id: string): string {
  return localStorage.getItem(key(id)) ?? stepPath(id, 'profile');
}

export function rememberPlace(id: string, place: string): void {
  localStorage.setItem(key(id), place);
}
