import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertSmallChange, assertStopsThePayload, prove } from './prove.mjs';

const SHOW = 'print(sorted(config.items(), key=str))\n';
const OPEN = 'open("config.yaml")';

/** Programs that load YAML with tags for Python objects; the fix uses `yaml.safe_load`. */
const PROGRAMS = {
  'class by keyword': `import yaml\n\nconfig = yaml.load(${OPEN}, Loader=yaml.Loader)  # settings\n${SHOW}`,
  'class by position': `import yaml\n\nconfig = yaml.load(${OPEN}, yaml.UnsafeLoader)\n${SHOW}`,
  'class first': `import yaml\n\nconfig = yaml.load(Loader=yaml.Loader, stream=${OPEN})\n${SHOW}`,
  'C class': `import yaml\n\nconfig = yaml.load(${OPEN}, Loader=yaml.CLoader)\n${SHOW}`,
  'one argument a line': `import yaml as y\n\nconfig = y.load(\n    ${OPEN},  # the file\n    Loader=y.Loader,  # any\n)\n${SHOW}`,
  'all documents': `import yaml\n\n[config] = yaml.load_all(${OPEN}, Loader=yaml.Loader)\n${SHOW}`,
  unsafe_load: `import yaml\n\nwith ${OPEN} as file:\n    config = yaml.unsafe_load(file.read())\n${SHOW}`,
  'unsafe_load of all': `import yaml\n\n[config] = yaml.unsafe_load_all(${OPEN})\n${SHOW}`,
  'names of their own': `from yaml import Loader, load as read_yaml\n\nconfig = read_yaml(${OPEN}, Loader=Loader)\n${SHOW}`,
  'in a function': `def read(path):\n    from yaml import unsafe_load\n    return unsafe_load(open(path))\n\nconfig = read("config.yaml")\n${SHOW}`,
  'a class of the program': `import yaml\n\nclass Lax(yaml.Loader):\n    pass\n\nconfig = yaml.load(${OPEN}, Loader=Lax)\n${SHOW}`,
  'notebook: import in another cell': ['import yaml', `%time config = yaml.load(${OPEN}, Loader=yaml.Loader)`, SHOW],
  'notebook: name from another cell': ['from yaml import *', `config = unsafe_load(${OPEN})`, SHOW]
};

describe('fixes of yaml.load in CPython', function () {
  this.timeout(600_000);
  let proofs;

  before(async () => {
    const engine = await createEngine();
    proofs = await prove(
      engine,
      // `%time` prints the error of what it times.
      Object.entries(PROGRAMS).map(([name, program]) => ({
        name,
        program,
        fix: 'fix-safe-load',
        versions: { pyyaml: '6.0.3' },
        ends: name.includes('import in another') ? 'NameError' : 'ConstructorError'
      }))
    );
    engine.dispose();
  });

  for (const name of Object.keys(PROGRAMS)) {
    it(`fix-safe-load, ${name}: the payload runs before and is refused after`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assertSmallChange(proof);
      assert.deepEqual(proof.left, []);
    });
  }
});
