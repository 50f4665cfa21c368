import { inertName } from './inert-name.ts';

interface ForeignNameProps {
  readonly name: string;
  /** Signs of it that are shown. */
  readonly most?: number;
}

/** A name that came from outside, in an element of its own: what it says is not what the program says. */
export function ForeignName({ name, most }: ForeignNameProps) {
  return <bdi className="foreign">{inertName(name, most)}</bdi>;
}
