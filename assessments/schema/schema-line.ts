import { z } from 'zod';

/** The line by which an editor finds the JSON Schema of a data file; the program passes over it. */
export const schemaLine = { $schema: z.string().optional() };
