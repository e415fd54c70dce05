import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suppresses } from '@loadlight/facts/fix';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { loadlight, notebook, temporaryFolder } from '../cli/run-cli.mjs';
import { createEngine, findingsOf } from './engine.mjs';
import { applied, comparisons, job, show, PROVEN } from './prove.mjs';
import { python, runJobs } from './python.mjs';

/** Programs that print a token, `SECRET` standing for it. */
const PROGRAMS = {
  assignment: 'token = "SECRET"\nprint(token)\n',
  'single quotes and a comment': "token = 'SECRET'  # mine\nprint(token)\n",
  'three quotes': 'token = """SECRET"""\nprint(token)\n',
  'raw string': 'token = r"SECRET"\nprint(token)\n',
  'os imported already': 'import sys\nimport os\n\ntoken = "SECRET"\nprint(token, os.sep)\n',
  'os by another name': 'import os as system\n\ntoken = "SECRET"\nprint(token, system.sep)\n',
  'from os': 'from os import path\n\ntoken = "SECRET"\nprint(token, path.sep)\n',
  'os imported below': 'token = "SECRET"\nimport os\nprint(token, os.sep)\n',
  'os imported on the same line': 'import os; token = "SECRET"; print(token, os.sep)\n',
  'docstring and future import':
    '#!/usr/bin/env python\n"""Doc."""\nfrom __future__ import annotations\n\ntoken = "SECRET"\nprint(token)\n',
  'docstring and comments': '"""Doc."""\n# about\n\ntoken = "SECRET"\nprint(token)\n',
  'keyword argument': 'def login(token):\n    print(token)\n\nlogin(token="SECRET")\n',
  'default value': 'def login(token="SECRET"):\n    print(token)\n\nlogin()\n',
  'in a function': 'def login():\n    # who\n    token = "SECRET"\n    return token\n\nprint(login())\n',
  'in a function that imports os':
    'def login():\n    import os\n    token = "SECRET"\n    return token + os.sep\n\nprint(login())\n',
  'in a dictionary, two of them':
    'headers = {\n    "Authorization": "SECRET",  # first\n    "Again": "SECRET",\n}\nprint(headers)\n',
  'behind a keyword': 'def login():\n    return"SECRET"\n\nprint(login())\n',
  'between keywords': 'print("SECRET"if True else"")\n',
  'import in a block': 'try:\n    import os\nexcept ImportError:\n    pass\ntoken = "SECRET"\nprint(token)\n',
  'windows line ends': 'import sys\r\ntoken = "SECRET"\r\nprint(token)\r\n',
  'notebook: imports in the first cell': ['# Setup\nimport sys', 'token = "SECRET"', 'print(token)'],
  'notebook: no imports': ['!echo hello', '# mine\ntoken = "SECRET"\nprint(token)'],
  'notebook: timed': ['%%time\ntoken = "SECRET"\nprint(token)']
};

/** The same by other fixes, and where a look-up takes more than the place of a string. `name of the fix: {name: program}`. */
const OTHER_PROGRAMS = {
  'fix-environment': {
    'a part of a string': 'header = "Bearer SECRET"\nprint(header)\n',
    'a part, with braces and quotes around it': "header = 'a \\'{x}\\' {} SECRET }{'\nprint(header)\n",
    'a part of a string that is formatted': 'print("{} SECRET {{}}".format("a"))\n',
    'a part of an f-string': 'x = 1\ntoken = f"{x:>3} SECRET {{}} {x}"\nprint(token)\n',
    'a part of three quotes': 'text = """a "quoted" word\nSECRET {x}\n"""\nprint(text)\n',
    'a part of a raw string': 'text = r"\\d{2} SECRET"\nprint(text)\n',
    'a part of a string with a prefix': 'text = u"a SECRET"\nprint(text)\n',
    bytes: 'token = b"SECRET"\nprint(token, rb"SECRET".decode())\n',
    'joined strings': 'token = "Bearer " "SECRET" " {}"\nprint(token)\n',
    'behind a keyword, in part': 'def token():\n    return"a SECRET"\n\nprint(token())\n',
    'inside the braces of an f-string': 'print(f"{str(\'SECRET\')}")\n',
    'a name that is also a local one': 'def login():\n    import os\n    return "SECRET" + os.sep\n\nprint(login())\n',
    'a default of a function that has its own os': 'def f(token="SECRET", os=1):\n    return token, os\n\nprint(f())\n',
    'a method, in a class with its own os':
      'class A:\n    os = 1\n    def f(self):\n        return "SECRET"\n\nprint(A().f())\n',
    'a method, in a class that imports os':
      'class A:\n    import os\n    def f(self):\n        return "a SECRET"\n\nprint(A().f())\n',
    'a comprehension that has its own os': 'print([os for os in ["SECRET"]])\n',
    'behind an escape, and before one': 'print("a\\tSECRET", "SECRET\\n")\n',
    'two places and a comment':
      'import sys\n\n# token = "SECRET"\ntoken = "SECRET"\n\ndef again():\n    return "Bearer SECRET"\n\nprint(token, again())\n',
    'twice in one string': 'print("SECRET and SECRET {}")\n',
    'what sets a variable': 'import os\nos.environ["LOADLIGHT_TEST"] = "SECRET"\nprint(os.environ["LOADLIGHT_TEST"])\n',
    'notebook: two cells': ['token = "SECRET"', 'print(token, "SECRET")'],
    'notebook: a line of %env': ['import os', '%env HF_TOKEN=SECRET\nprint(os.environ["HF_TOKEN"])'],
    'notebook: %env in a block': ['import os', 'if True:\n    %env HF_TOKEN=SECRET\nprint(os.environ["HF_TOKEN"])'],
    'notebook: a shell line': ['said = !echo --token SECRET', 'print(list(said))'],
    'notebook: a shell line in quotes': [`said = !echo "a: SECRET" 'b: SECRET'`, 'print(list(said))'],
    'notebook: a cell of the shell': ['%%bash\nexport HF_TOKEN=SECRET\necho "Bearer $HF_TOKEN" \'SECRET\'']
  },
  'fix-prompt': {
    assignment: 'token = "SECRET"\nprint(token)\n',
    'getpass imported already': 'from getpass import getpass\n\ntoken = "SECRET"\nprint(token)\n',
    'the module imported already': 'import getpass\n\nprint(f"a SECRET")\n',
    'notebook: a line of %env': ['%env HF_TOKEN=SECRET\nimport os\nprint(os.environ["HF_TOKEN"])']
  },
  'fix-hub-token': {
    'the hub imported already': 'from huggingface_hub import constants\n\ntoken = "SECRET"\nprint(token)\n',
    'a library that brings it': 'import huggingface_hub as hub\n\nprint("Bearer SECRET")\n'
  },
  'fix-colab': {
    'Colab’s secrets': 'from google.colab import drive\n\ntoken = "SECRET"\nprint(token)\n'
  }
};

/** Stands in for what only Colab has: `userdata` gives its secret, and `drive` is there. */
const COLAB = `import os, sys, types
google, colab = types.ModuleType("google"), types.ModuleType("google.colab")
colab.userdata = types.SimpleNamespace(get=lambda name: os.environ[name])
colab.drive = None
sys.modules.update({"google": google, "google.colab": colab})
`;

/** What is typed at prompts: without a terminal, getpass reads stdin. */
const TYPED = `import io, os, sys
try:
    os.setsid()
except PermissionError:
    pass
sys.stdin = io.StringIO("SECRET\\n" * 3)
`;

/** A string that a look-up cannot stand for: nothing is offered. */
const WITHOUT_FIX = {
  'a part of bytes': 'token = b"a SECRET"\n',
  'an annotation': 'token: "SECRET" = None\n',
  'a name in braces': 'token = "\\N{DASH} SECRET"\n',
  'a part, inside the braces of an f-string': 'print(f"{str(\'a SECRET\')}")\n',
  'a pattern': 'match x:\n    case "SECRET":\n        pass\n',
  docstring: 'def f():\n    """SECRET"""\n',
  'a comment': 'x = 1  # SECRET\n',
  'parameters of the function stand for something else': 'def f(os, getpass):\n    return "SECRET"\n',
  'names of the class stand for something else': 'class A:\n    os = getpass = 1\n    token = "SECRET"\n',
  'names of a class with methods do':
    'class A:\n    os = getpass = 1\n    def f(self, token="SECRET"):\n        pass\n',
  'a lambda before the import in its function':
    'def f():\n    token = (lambda: "SECRET")()\n    import os, getpass\n    return token, os, getpass\n',
  'the function imports it only below':
    'def f():\n    token = [t for t in "ab" if t != "SECRET"]\n    import os, getpass\n    return token, os, getpass\n',
  'os stands for something else': 'os = "linux"\ngetpass = 1\ntoken = "SECRET"\n'
};

/** Each with its own letters for `§`, and a private key for `KEY`. */
const PASSWORDS = [
  String.raw`a_password = "§\"7Q\\x!"`,
  String.raw`b_password = '§\'7Qx!'`,
  String.raw`c_password = "§'7Qx!"`,
  String.raw`d_password = r"§\7Qx!"`,
  String.raw`e_password = '''§"7Q'x!'''`,
  String.raw`f_password = b"§\\7Qx!"`,
  String.raw`g_password = "§7Q!x\\"`,
  String.raw`h_password = "§#7Q!x"`,
  String.raw`i_key = "KEY"`,
  'print(*[value for name, value in sorted(globals().items()) if name.endswith(("_password", "_key"))], sep="\\n")',
  ''
].join('\n');

const privateKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'a'
  });

const fill = (program, secret) =>
  typeof program === 'string' ? program.replaceAll('SECRET', secret) : program.map(cell => fill(cell, secret));

describe('fixes of written-out credentials in CPython', function () {
  this.timeout(120_000);
  const secret = inventSecrets(7).huggingface();
  const env = { HF_TOKEN: secret, LOADLIGHT_TEST: secret };
  let engine;
  let proofs;

  before(async () => {
    engine = await createEngine();
    proofs = [];
    for (const [name, template] of Object.entries(PROGRAMS)) {
      const program = fill(template, secret);
      proofs.push({ name, program, ...(await applied(engine, { name, program, fix: 'fix-environment' })) });
    }
    const jobs = proofs.flatMap(({ name, program, fixed }) => [
      job(`${name} before`, 'good', program),
      job(`${name} after`, 'good', fixed, env),
      job(`${name} without`, 'good', fixed)
    ]);
    const [outcomes, differences] = await Promise.all([runJobs(jobs), comparisons(withTheName(proofs))]);
    proofs = proofs.map((proof, i) => ({
      ...proof,
      before: outcomes.get(`${proof.name} before`),
      after: outcomes.get(`${proof.name} after`),
      without: outcomes.get(`${proof.name} without`),
      differences: differences[i]
    }));
  });
  after(() => engine.dispose());

  /** The token is the one thing that may differ, so the comparison gets the look-up on both sides. */
  const withTheName = list =>
    list.map(({ program, fixed }) => {
      const common = text => text.replace(/(?:os|system)\.environ\["HF_TOKEN"\]|r?("""|"|')hf_\w+\1/g, ' TOKEN ');
      const each = value => (typeof value === 'string' ? common(value) : value.map(common));
      return { program: each(program), fixed: each(fixed) };
    });

  for (const name of Object.keys(PROGRAMS)) {
    it(`fix-environment, ${name}: the same result with the variable set, and the value is gone`, async () => {
      const { program, fixed, before, after, without, differences } = proofs.find(proof => proof.name === name);
      const text = `${show(program)}\n---- became ----\n${show(fixed)}`;
      assert.equal(before.error, null, text);
      assert.match(before.out, /hf_/);
      assert.deepEqual([after.error, after.out], [null, before.out], `${JSON.stringify(after)}\n${text}`);
      assert.deepEqual(without.error?.type, name === 'notebook: timed' ? undefined : 'KeyError', text);
      assert.deepEqual(differences, [], text);
      assert.ok(!show(fixed).includes(secret), 'the value still stands there');
      assert.deepEqual(await findingsOf(engine, fixed), []);
    });
  }

  it('other fixes, and in other places: the same result with the value from elsewhere, and it is gone', async () => {
    const rows = Object.entries(OTHER_PROGRAMS).flatMap(([fix, programs]) =>
      Object.entries(programs).map(([name, template]) => ({
        name: `${fix}, ${name}`,
        fix,
        program: fill(template, secret)
      }))
    );
    const fixed = [];
    for (const row of rows) fixed.push({ ...row, ...(await applied(engine, row)) });
    const around = program => (typeof program === 'string' ? program : program.join('\n'));
    const outcomes = await runJobs(
      fixed.flatMap(({ name, fix, program, fixed: after }) => {
        const run = [
          ...(fix === 'fix-prompt' ? [fill(TYPED, secret)] : []),
          ...(/google/.test(around(program)) ? [COLAB] : [])
        ].join('');
        const withRun = code => (typeof code === 'string' ? run + code : run === '' ? code : [run, ...code]);
        return [job(`${name} before`, 'good', withRun(program)), job(`${name} after`, 'good', withRun(after), env)];
      })
    );
    for (const { name, program, fixed: after } of fixed) {
      const [was, is] = ['before', 'after'].map(when => outcomes.get(`${name} ${when}`));
      // `%env` says what it sets.
      was.out = was.out.replace(/^env: .*\n/gm, '');
      const text = `${name}:\n${show(program)}\n---- became ----\n${show(after)}\n${JSON.stringify([was, is])}`;
      assert.equal(was.error, null, text);
      assert.ok(was.out !== '', text);
      assert.deepEqual([is.error, is.out], [null, was.out], text);
      assert.ok(!show(after).includes(secret), text);
      assert.deepEqual(await findingsOf(engine, after), [], text);
    }
  });

  it('with python-dotenv, the value is kept in .env and the program runs as it stands', () => {
    const files = {
      'required.py': 'import sys\n\ntoken = "SECRET"\nprint(token)\n',
      'imported.py':
        'import sys\nfrom dotenv import dotenv_values\n\n\ndef header():\n    return "Bearer SECRET"\n\n\nprint(header())\n',
      'loaded.py': '"""Doc."""\nfrom dotenv import load_dotenv\n\nload_dotenv()\nprint("SECRET")\n',
      'not called.py': 'from dotenv import load_dotenv\nimport os\n\nprint("SECRET", os.sep)\n',
      'a method.py': 'class A:\n    def f(self, token="SECRET"):\n        print(token)\n\n\nA().f()\n',
      'notebook.ipynb': ['import sys', '%env HF_TOKEN=SECRET\nimport os', 'print("SECRET", os.environ["HF_TOKEN"])']
    };
    const folders = ['requirements.txt', 'none.txt'].map(requirements =>
      Object.fromEntries(
        Object.entries(files).map(([name, program]) => {
          const text = Array.isArray(program) ? notebook(fill(program, secret)) : fill(program, secret);
          return [name, temporaryFolder({ [name]: text, [requirements]: 'python-dotenv==1.2.4\n' })];
        })
      )
    );
    const run = (folder, name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const code = name.endsWith('.py')
        ? text
        : JSON.parse(text)
            .cells.map(({ source }) =>
              source.join('').replace(/^%env (\w+)=(.*)$/m, 'import os; os.environ["$1"] = "$2"')
            )
            .join('\n');
      const file = join(folder, '.run', 'program.py');
      mkdirSync(join(folder, '.run'), { recursive: true });
      writeFileSync(file, code);
      return spawnSync(python(), [file], { cwd: folder, encoding: 'utf8' });
    };
    PROVEN.add('LL301.fix-env-file-loaded');
    for (const [i, byName] of folders.entries()) {
      for (const [name, folder] of Object.entries(byName)) {
        const before = run(folder, name);
        assert.equal(before.status, 0, before.stderr);
        const { stderr } = loadlight(folder, ['fix', '--review', name]);
        const fixed = readFileSync(join(folder, name), 'utf8');
        assert.ok(!fixed.includes(secret), fixed);
        const loads = i === 0 || /imported|loaded|called/.test(name);
        assert.equal(fixed.match(/\bload_dotenv\(\)/g)?.length ?? 0, loads ? 1 : 0, `${name}:\n${fixed}`);
        assert.equal(/must be loaded/.test(stderr), !loads, stderr);
        const after = run(folder, name);
        if (loads) assert.deepEqual([after.status, after.stdout], [0, before.stdout], `${fixed}\n${after.stderr}`);
        else assert.match(after.stderr, /KeyError/);
      }
    }
  });

  it('passwords with quotes, backslashes and several lines come back from .env as they were', () => {
    const invent = inventSecrets(11);
    const letters = () => invent.like(/[bcdfghj]{3}[KLM][bcdfghj]/);
    const program = PASSWORDS.replaceAll('§', letters).replace('KEY', privateKey().replaceAll('\n', '\\n'));
    const names = [...program.matchAll(/^(\w+) = /gm)].map(([, name]) => name);
    const folder = temporaryFolder({ 'a.py': program, 'requirements.txt': 'python-dotenv==1.2.4\n' });
    const run = () => {
      const { status, stdout, stderr } = spawnSync(python(), ['a.py'], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      return stdout;
    };
    const before = run();
    loadlight(folder, ['fix', '--review', 'a.py']);
    const fixed = readFileSync(join(folder, 'a.py'), 'utf8');
    assert.equal(fixed.match(/os\.environ\[/g)?.length, names.length, fixed);
    assert.equal(run(), before, `${fixed}\n${readFileSync(join(folder, '.env'), 'utf8')}`);
  });

  for (const [name, template] of Object.entries(WITHOUT_FIX)) {
    it(`nothing but to ignore is offered for ${name}`, async () => {
      const findings = await findingsOf(engine, fill(template, secret));
      const [offered] = findings.map(finding => finding.fixes.filter(fix => !suppresses(fix)));
      assert.deepEqual([findings.length, offered], [1, []]);
    });
  }
});
