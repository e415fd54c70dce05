import type { Guard, Safety } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';

const PYYAML = 'https://pyyaml.org/wiki/PyYAMLDocumentation';
const RUAMEL = 'https://yaml.dev/doc/ruamel.yaml/api/';

/** FullLoader, also the default from 5.1 on, builds objects by way of `python/object/new` before 5.4 (CVE-2020-14343). */
const SINCE_5_4: Safety = { package: 'PyYAML', safeFrom: '5.4' };

/** Classes that build data only, in both libraries. */
const SAFE_CLASSES = { SafeLoader: 'safe', CSafeLoader: 'safe', BaseLoader: 'safe', CBaseLoader: 'safe' } as const;

const LOADER: Guard = {
  parameter: 'Loader',
  safe: {
    names: {
      ...SAFE_CLASSES,
      ...classes(['FullLoader', 'CFullLoader'], SINCE_5_4),
      ...classes(['Loader', 'CLoader', 'UnsafeLoader', 'CUnsafeLoader'], 'unsafe')
    }
  },
  // From 6.0 on the call without a loader raises.
  default: SINCE_5_4
};

/** From 0.18 on the functions of old raise (`main.py`). */
const SINCE_0_18: Safety = { package: 'ruamel.yaml', safeFrom: '0.18' };

const OLD_RUAMEL: Guard = {
  parameter: 'Loader',
  safe: {
    names: {
      ...SAFE_CLASSES,
      ...classes(['RoundTripLoader', 'RoundTripLoaderSC'], 'safe'),
      ...classes(['Loader', 'CLoader', 'UnsafeLoader'], SINCE_0_18)
    }
  },
  default: SINCE_0_18
};

const TYP: Guard = { parameter: 'typ', safe: { names: { unsafe: 'unsafe' }, others: 'safe' }, default: 'safe' };

/** YAML that names Python objects: whoever writes the file says which function is called with what. */
export const YAML_LOADERS: readonly LoaderRow[] = [
  function_('yaml.load', ['Loader'], { guard: LOADER }),
  function_('yaml.load_all', ['Loader'], { guard: LOADER }),
  function_('yaml.full_load', [], { safety: SINCE_5_4 }),
  function_('yaml.full_load_all', [], { safety: SINCE_5_4 }),
  function_('yaml.unsafe_load', [], { safety: 'unsafe' }),
  function_('yaml.unsafe_load_all', [], { safety: 'unsafe' }),
  ...['Loader', 'CLoader', 'UnsafeLoader', 'CUnsafeLoader'].flatMap(name => [
    method(`yaml.${name}().get_single_data`, [`yaml.${moduleOf(name)}.${name}().get_single_data`]),
    method(`yaml.${name}().get_data`, [`yaml.${moduleOf(name)}.${name}().get_data`])
  ]),
  function_('ruamel.yaml.load', ['Loader', 'version', 'preserve_quotes'], { guard: OLD_RUAMEL, documentation: RUAMEL }),
  function_('ruamel.yaml.load_all', ['Loader', 'version', 'preserve_quotes'], {
    guard: OLD_RUAMEL,
    documentation: RUAMEL
  }),
  { ...function_('ruamel.yaml.YAML().load', [], { guard: TYP, documentation: RUAMEL }), madeWith: ['typ'] },
  { ...function_('ruamel.yaml.YAML().load_all', [], { guard: TYP, documentation: RUAMEL }), madeWith: ['typ'] }
];

function classes(names: readonly string[], safety: Safety): Readonly<Record<string, Safety>> {
  return Object.fromEntries(names.map(name => [name, safety]));
}

function moduleOf(name: string): string {
  return name.startsWith('C') ? 'cyaml' : 'loader';
}

function function_(name: string, more: readonly string[], rest: Partial<LoaderRow>): LoaderRow {
  return {
    name,
    aliases: name.startsWith('ruamel.yaml.l') ? [`ruamel_yaml.${name.slice('ruamel.yaml.'.length)}`] : [],
    parameters: ['stream', ...more],
    keywordOnly: [],
    source: 'stream',
    family: 'yaml',
    takesBytes: true,
    documentation: PYYAML,
    ...rest
  };
}

function method(name: string, aliases: readonly string[]): LoaderRow {
  return { ...function_(name, [], { safety: 'unsafe' }), aliases, parameters: [] };
}
