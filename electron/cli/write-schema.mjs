import { compiled, PROJECT } from './compile.mjs';

const { writeSchemas } = await import(await compiled('write-schema'));
await writeSchemas(PROJECT);
