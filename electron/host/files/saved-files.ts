import { randomUUID } from 'node:crypto';

/** Where files were saved, by the tickets that the page has instead of paths. */
export interface SavedFiles {
  readonly ticketOf: (path: string) => string;
  /** Undefined for a ticket that was never given. */
  readonly pathOf: (ticket: string) => string | undefined;
}

export function savedFiles(): SavedFiles {
  const paths = new Map<string, string>();
  return {
    ticketOf: (path) => {
      const ticket = randomUUID();
      paths.set(ticket, path);
      return ticket;
    },
    pathOf: (ticket) => paths.get(ticket),
  };
}
