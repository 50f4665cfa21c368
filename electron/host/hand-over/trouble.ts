import type { Trouble } from '../../contract/outcomes.ts';

/** Why a package cannot be read. */
export class PackageTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
