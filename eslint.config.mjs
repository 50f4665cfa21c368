import tseslint from 'typescript-eslint';

/** @type {import('typescript-eslint').ConfigArray[number]['rules']} */
const noAmbientEffects = {
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: 'The clock is an argument (docs/adr/0001).' },
    { name: 'crypto', message: 'Ids and randomness are arguments (docs/adr/0001).' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Randomness is an argument (docs/adr/0001).' },
  ],
};

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'out/', 'coverage/', 'bench/results/', '**/*.json'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['electron/**', 'renderer/**'],
    ignores: [
      'electron/preload/preload.ts',
      'electron/main/ipc/register-handlers.ts',
      'electron/main/ipc/last-writes.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer', 'contextBridge', 'default'],
              message: 'Calls go through the contract.',
            },
          ],
        },
      ],
    },
  },
  { files: ['assessments/**'], rules: noAmbientEffects },
  { files: ['renderer/documents/**'], rules: noAmbientEffects },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
);
