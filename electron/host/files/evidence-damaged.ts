/** A kept or given file is not what its hash says. */
export class EvidenceDamaged extends Error {}
