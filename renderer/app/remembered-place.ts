import { stepPath, type Step } from './routes.ts';

const key = (id: string) => `zhizhen-place/${id}`;
const stepKey = (id: string, step: Step) => `${key(id)}/${step}`;

/** Where the user was in an enterprise last; its board at first. */
export function rememberedPlace(id: string): string {
  return localStorage.getItem(key(id)) ?? stepPath(id, 'board');
}

/** Where the user was in a step last; its beginning at first. */
export function rememberedPlaceIn(id: string, step: Step): string {
  return localStorage.getItem(stepKey(id, step)) ?? stepPath(id, step);
}

export function rememberPlace(id: string, step: Step, place: string): void {
  localStorage.setItem(key(id), place);
  localStorage.setItem(stepKey(id, step), place);
}

/** Forgets every place in an enterprise that is gone. */
export function forgetPlaces(id: string): void {
  const mine = Object.keys(localStorage).filter((name) => name === key(id) || name.startsWith(`${key(id)}/`));
  for (const name of mine) localStorage.removeItem(name);
}
