import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertStopsThePayload, programsOf, prove } from './prove.mjs';

const RUN = 'import runpy\n\nprint(runpy.run_path("got.py")["answer"])\n';
const KEEP = 'open("got.py", "wb").write(code)\n';
const HTTP = '"http://models.example.org/answer.py"';
const HTTPS = '"https://models.example.org/answer.py"';

/**
 * Programs that fetch code and run it, by the fix and by what ends them then. Under `good` the file is ours, by http and by https; under
 * `payload` somebody on the way answers, with a file that writes the marker and a certificate that nobody trusts.
 */
const PROGRAMS = {
  // LL205
  'fix-https URLError': {
    urlretrieve: `from urllib.request import urlretrieve\n\nurlretrieve(${HTTP}, "got.py")  # ours\n${RUN}`,
    urlopen: `import urllib.request as web\n\nwith web.urlopen(${HTTP}) as answer:\n    code = answer.read()\n${KEEP}${RUN}`,
    notebook: ['from urllib import request', `_ = request.urlretrieve(url=${HTTP}, filename="got.py")`, RUN]
  },
  // LL206
  'fix-leave-out URLError': {
    'a default of ssl': `import ssl\nfrom urllib.request import urlretrieve\n\nssl._create_default_https_context = ssl._create_unverified_context  # why\nurlretrieve(${HTTPS}, "got.py")\n${RUN}`,
    'the only statement of a function': `import ssl\nfrom urllib.request import urlretrieve\n\ndef prepare():\n    ssl._create_default_https_context = ssl._create_unverified_context\n\nprepare()\nurlretrieve(${HTTPS}, "got.py")\n${RUN}`
  },
  'fix-https SSLError': {
    requests: `import requests\n\ncode = requests.get(\n    ${HTTP},\n    timeout=5,\n).content\n${KEEP}${RUN}`
  },
  'fix-drop SSLError': {
    'the last argument': `import requests\n\ncode = requests.get(${HTTPS}, timeout=5, verify=False).content\n${KEEP}${RUN}`,
    'one argument a line': `import requests as r\n\ncode = r.get(\n    ${HTTPS},\n    verify=False,  # once needed\n    timeout=5,\n).content\n${KEEP}${RUN}`,
    'dictionary, Windows line ends':
      `import requests\n\noptions = {"timeout": 5, "verify": False}\ncode = requests.get(${HTTPS}, **options).content\n${KEEP}${RUN}`.replaceAll(
        '\n',
        '\r\n'
      ),
    session: `import requests\n\nwith requests.Session() as session:\n    code = session.get(${HTTPS}, verify=False).content\n${KEEP}${RUN}`
  }
};

/** Where the libraries look for authorities beside their own; the file lies in both folders. */
const TRUSTED = { LOADLIGHT_NETWORK: '1', SSL_CERT_FILE: 'authority.pem', REQUESTS_CA_BUNDLE: 'authority.pem' };

describe('fixes of addresses and certificates, against a server of this process', function () {
  this.timeout(600_000);
  const all = programsOf(PROGRAMS);
  let proofs;

  before(async () => {
    const engine = await createEngine();
    proofs = await prove(
      engine,
      all.map(one => ({ ...one, versions: {}, env: TRUSTED }))
    );
    engine.dispose();
  });

  for (const { name } of all) {
    it(`${name}: what somebody on the way sends is run before and refused after`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assert.match(proof.after.payload.error.text, /CERTIFICATE_VERIFY_FAILED/);
      assert.deepEqual(
        proof.left.map(({ message }) => message.text),
        []
      );
    });
  }
});
