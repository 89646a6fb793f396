import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const pure = ['src/{rules,lint,decision,config,render}/**/*.ts'];

const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pure code does not read the clock: take `now` as an argument.',
  },
  {
    selector: ':function[async=true]',
    message: 'Pure code is synchronous: describe the effect and let the shell await it.',
  },
  {
    selector: 'Program > VariableDeclaration[kind=let], Program > ExportNamedDeclaration > VariableDeclaration[kind=let]',
    message: 'Pure code keeps no module state: pass the value as an argument.',
  },
];

const impureImports = [
  { regex: '^node:', message: 'Pure code does no I/O: let the shell read it and pass the value in.' },
  { regex: '^(@octokit/|@actions/|probot|pg)', message: 'Only src/github and action know the API.' },
  { regex: '/(files|github|store|app|web|cli)/', message: 'Arrows run down: pure folders import no shell folder.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'action/dist/', 'node_modules/', 'coverage/', 'reports/'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', 'bin/*.js', 'bench/*.js', 'bench/peers/*.js', 'test/support/*.js'] } },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      'no-console': 'error',
      complexity: ['error', 10],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-syntax': ['error', ...impureSyntax],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pure code does not read the clock: take `now` as an argument.' },
        { object: 'Math', property: 'random', message: 'Pure code draws no lots: take the seed or the choice as an argument.' },
      ],
      'no-restricted-imports': ['error', { patterns: impureImports }],
    },
  },
  {
    files: ['src/lint/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...impureImports, { regex: '/rules/', message: 'The engine is handed the rules; it imports none.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      'no-console': 'off',
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
);
