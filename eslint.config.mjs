import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The arrows of the house, checked by machine: each folder lists what it may not import. */
const forbid = (files, patterns, message, ignores = []) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map((what) => ({ message, ...(typeof what === 'string' ? { regex: what } : what) })) },
    ],
  },
});

/** Feature folders from left to right: right may import left, never back. */
const features = [
  ...[
    'idempotency',
    'rate-limits',
    'drawing',
    'signing',
    'audit',
    'staff',
    'patients',
    'courses',
    'assessments',
    'cohorts',
  ],
  ...['publications', 'published', 'spreadsheets', 'audit-trail', 'backups'],
];
const typeorm = '^(typeorm|@nestjs/typeorm)($|/)';
/** Whatever is injected of TypeORM works outside of the transaction, where row-level security shows no row. */
const outsideTransactions = [
  { regex: '^typeorm$', importNames: ['DataSource', 'EntityManager', 'Repository'] },
  { regex: '^@nestjs/typeorm$', allowImportNames: ['TypeOrmModule'] },
];

/** Whatever is public reaches nothing of a patient, nor of the rooms left of it. */
const closedTo = { published: ['patients', 'courses', 'assessments', 'cohorts'] };

/** Everything to the right of a feature, plus the command line, is out of its reach. */
const rightOf = (feature) =>
  [
    ...features.slice(features.indexOf(feature) + 1),
    ...(closedTo[feature] ?? []),
    ...['commands', 'health', 'migrations'],
  ].map((name) => `/${name}/`);

const featureRules = features.flatMap((feature) => [
  forbid(
    [`src/${feature}/**/*.ts`],
    [...rightOf(feature), typeorm],
    'Right may import left, never back; typeorm lives in entities and repositories.',
    ['**/*.entity.ts', '**/*.repository.ts', '**/*.module.ts'],
  ),
  forbid(
    [`src/${feature}/**/*.module.ts`],
    [...rightOf(feature), '^typeorm($|/)', ...outsideTransactions],
    'A module declares the tables of its feature with TypeOrmModule.forFeature, and never looks right.',
  ),
  forbid(
    [`src/${feature}/**/*.entity.ts`, `src/${feature}/**/*.repository.ts`],
    [
      ...rightOf(feature),
      '@nestjs/(swagger|typeorm)',
      '\\.controller\\.js$',
      '\\.service\\.js$',
      outsideTransactions[0],
    ],
    'Entities and repositories know neither services nor routes, work in the transaction they are given, and never look right.',
  ),
  forbid(
    [`src/${feature}/**/*.controller.ts`],
    [...rightOf(feature), typeorm, '\\.repository\\.js$', '\\.entity\\.js$', '/domain/'],
    'A controller declares route, role, DTO and status, and calls one service method.',
  ),
]);

/** Rooms of the pages from bottom to top: each may import those before it. */
const webRooms = ['device', 'api', 'components', 'session', 'entries', 'features', 'app'];

/** Rules of the files of a room, which are `depth` folders below src/web. */
const webRule = (room, files, depth, others = []) => {
  const up = '\\.\\./'.repeat(depth);
  const above = webRooms.slice(webRooms.indexOf(room) + 1);
  return forbid(
    [files],
    [`^${up}\\.\\./(?!domain/)`, ...above.map((name) => `^${up}${name}/`), ...others],
    'The pages know the service by its routes and the pure functions of domain/; app imports features, features import entries, session, components and api, and nothing back.',
  );
};
const anotherFeature = (depth) => `^${'\\.\\./'.repeat(depth)}(?!\\.\\./)`;

const webRules = [
  forbid(['src/web/*.{ts,tsx}'], ['^\\.\\./(?!domain/)'], 'The pages know the service by its routes.'),
  ...['device', 'api', 'components', 'session', 'entries', 'app'].map((room) =>
    webRule(room, `src/web/${room}/*.{ts,tsx}`, 1),
  ),
  webRule('features', 'src/web/features/*/*.{ts,tsx}', 2, [anotherFeature(1)]),
  webRule('features', 'src/web/features/*/*/*.{ts,tsx}', 3, [anotherFeature(2)]),
  // Today and the table of scores open the dialogs of a patient; every other feature stays on its own.
  webRule('features', 'src/web/features/{today,scores}/*.{ts,tsx}', 2),
];

export default tseslint.config(
  { ignores: ['dist', 'data', 'node_modules', 'src/web/api/schema.d.ts'] },
  // What needs types, and the circles of imports, are for oxlint: .oxlintrc.json.
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only environment.ts reads the environment.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import from the file that defines the thing.',
        },
        {
          selector: 'CallExpression[callee.property.name="toFixed"]',
          message: 'One rounding: rounded() and inWords() of domain/numbers/.',
        },
      ],
    },
  },
  {
    // The rounding itself, what a workbook shows of its own numbers, and tests, which compare with what others printed.
    files: ['src/domain/numbers/words.ts', 'src/spreadsheets/reading/workbook/number-format.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  forbid(
    ['src/domain/**/*.ts'],
    ['^(?!\\.{1,2}/|@stdlib/)', '(^|/)\\.\\./\\.\\./\\.\\./'],
    'The domain is pure: it imports nothing outside itself but the quantiles of a library.',
  ),
  forbid(['src/http/**/*.ts'], [...features.map((name) => `/${name}/`), typeorm], 'http/ is below the features.'),
  forbid(
    ['src/*.ts', 'src/{commands,health}/**/*.ts'],
    [typeorm, '(^|/)migrations/'],
    'typeorm lives in entities, repositories, modules and database/.',
    ['**/*.repository.ts'],
  ),
  forbid(
    ['migrations/**/*.ts'],
    ['(^|/)\\.\\./'],
    'A migration stays what it was when it was written: it imports nothing of the service.',
  ),
  forbid(
    ['src/database/**/*.ts'],
    [...features.map((name) => `/${name}/`), '/migrations/(?!list\\.js$)'],
    'database/ knows no feature, and of the migrations their list.',
  ),
  ...featureRules,
  ...webRules,
  {
    files: ['src/web/**/*.tsx', 'src/web/**/*.ts'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ['src/web/**/*.tsx'],
    // A page reads from top to bottom; what it holds is split by what it is for.
    rules: { 'max-lines-per-function': ['warn', { max: 90 }] },
  },
  {
    files: ['src/environment.ts', 'test/**/*.ts', '**/*.mjs'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**/*.ts', 'migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
