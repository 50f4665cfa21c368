/** Who may read and enter what is made: modes of files and folders, from which the system takes what the umask forbids. */
export interface Rights {
  readonly file: number;
  readonly folder: number;
}

/** What the program keeps for itself: nobody but its owner. */
export const OWNER_ONLY: Rights = { file: 0o600, folder: 0o700 };

/** What a person has written where he says, to be handed on: whoever his umask lets in, as with all his documents. */
export const AS_UMASK_SAYS: Rights = { file: 0o666, folder: 0o777 };
