import type { TranslationBundle } from '@jupyterlab/translation';

/** What the server says, by message id, in the language of the bundle. Written by `npm run l10n`. */
export function serverTexts(trans: TranslationBundle): Record<string, string> {
  return {
    'LL001.unused': trans.__('This comment ignores {rules}, and nothing of the kind is found here. Remove it.'),
    'LL001.unused-any': trans.__('This comment ignores every rule, and nothing is found here. Remove it.'),
    'LL001.unused-metadata': trans.__(
      'The metadata of this cell ignores {rules}, and nothing of the kind is found in it. Remove it from `loadlight.ignore`.'
    ),
    'LL001.fix-remove': trans.__('Remove the unused comment'),
    'LL001.fix-remove-rule': trans.__('Remove {rule} from the comment'),
    'LL001.fix-remove-metadata': trans.__('Remove {rule} from the metadata of this cell'),
    'LL002.not-toml': trans.__(
      'This file cannot be read as TOML: {reason}. Nothing in it counts until that is mended.'
    ),
    'LL002.unknown-key': trans.__('No setting is called `{key}`. Settings are: {known}.'),
    'LL002.unknown-rule': trans.__(
      'No rule is called `{rule}`, and none begins so. Write an id such as `LL101`, or its beginning, `LL1`.'
    ),
    'LL002.unknown-comment': trans.__('Comments of `{comment}` are not known. Write one of: {known}.'),
    'LL002.not-a-list': trans.__('`{key}` wants a list of strings. Write it in brackets.'),
    'LL002.not-a-string': trans.__('`{key}` wants a string here. Write it in quotes.'),
    'LL002.not-a-table': trans.__('`{key}` wants a table of names and values. Write `[{key}]` and a line for each.'),
    'LL101.turned-off': trans.__('`{call}` runs whatever code {file} carries{ending}. Pass `weights_only=True`.'),
    'LL101.pickle-module': trans.__(
      'With `pickle_module`, `{call}` runs whatever code {file} carries{ending}. Drop it and pass `weights_only=True`.'
    ),
    'LL101.old-default': trans.__(
      'This runs with torch {version}, and before 2.6 `{call}` runs whatever code {file} carries{ending}. Pass `weights_only=True`.'
    ),
    'LL101.unknown-default': trans.__(
      'Which torch runs this is not known, and before 2.6 `{call}` runs whatever code {file} carries{ending}. Pass `weights_only=True`.'
    ),
    'LL101.through': trans.__(
      '`{call}` loads with `torch.load` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust, or pass `weights_only=True` there.'
    ),
    'LL101.through-unknown': trans.__(
      '`{call}` loads with `torch.load` in {module}, and where torch is older than 2.6 that runs whatever code {file} carries{ending}. Pass `weights_only=True` there.'
    ),
    'LL101.new-default': trans.__(
      'With torch {version} this reads no code unless an environment variable says so. Write `weights_only=True` out to be sure.'
    ),
    'LL101.old-weights-only': trans.__(
      'Before torch 2.10, and here it is {version}, a crafted file can get past `weights_only=True`. Use torch 2.10 or newer.'
    ),
    'LL101.default-turned-off': trans.__(
      '`TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD` is set in this program, so `{call}` runs whatever code {file} carries{ending}. Pass `weights_only=True`.'
    ),
    'LL101.known-at-run-time': trans.__(
      'Whether `{call}` runs the code that {file} carries is decided at run time by `weights_only`. Pass `weights_only=True` where you can.'
    ),
    'LL101.maybe-passed': trans.__(
      'Whether `{call}` gets `weights_only=True` cannot be seen here: its arguments are unpacked from a value that is not known. Make sure that it does.'
    ),
    'LL101.forced': trans.__(
      'Here `TORCH_FORCE_WEIGHTS_ONLY_LOAD` keeps `{call}` from running code of {file}{ending}, if it is set before. Pass `weights_only=True`, which needs no variable.'
    ),
    'LL101.fix-add': trans.__('Add weights_only=True'),
    'LL101.fix-add-review': trans.__(
      'Add weights_only=True (loading fails if the file holds more than tensors and plain data)'
    ),
    'LL101.fix-change': trans.__(
      'Change to weights_only=True (loading fails if the file holds more than tensors and plain data)'
    ),
    'LL101.fix-drop': trans.__(
      'Drop pickle_module and pass weights_only=True (loading fails if the file holds more than tensors and plain data)'
    ),
    'LL101.fix-safe-globals': trans.__(
      'Pass weights_only=True and list the classes that the file may hold (listing a class is trusting it)'
    ),
    'LL101.fix-safetensors-convert': trans.__(
      'Convert the file once and load it as safetensors (needs safetensors; for weights and nothing else)'
    ),
    'LL101.fix-safetensors-save': trans.__(
      'Save and load it as safetensors (for weights and nothing else; run what saves it first)'
    ),
    'LL101.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL101.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL101.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL101.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL102.runs-code': trans.__(
      '`{call}` runs whatever code {file} carries{ending}. Keep data in JSON, Parquet or safetensors, or allow only the classes that you expect.'
    ),
    'LL102.runs-code-in-objects': trans.__(
      '`{call}` unpickles the Python objects that {file} may hold, which runs the code they carry{ending}. Columns of numbers and text need none; keep those in Parquet, or load only files that you trust.'
    ),
    'LL102.crafted': trans.__(
      '`{call}` is made for what this Python wrote itself: a crafted file can crash the interpreter, or take it over{ending}. Keep data in JSON, Parquet or safetensors.'
    ),
    'LL102.runs-code-in-data': trans.__(
      '`{call}` runs whatever code the data carries{ending}. Keep data in JSON, Parquet or safetensors, or allow only the classes that you expect.'
    ),
    'LL102.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL102.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL102.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL102.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL102.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL102.fix-skops': trans.__(
      'Save and load it with skops (for estimators of scikit-learn; run what saves it first)'
    ),
    'LL102.fix-parquet': trans.__('Save and load it as Parquet (needs pyarrow; run what saves it first)'),
    'LL102.fix-allow-list': trans.__(
      'Load with an allow list of classes (loading fails for classes that are not on it)'
    ),
    'LL103.runs-code': trans.__(
      '`{call}` unpickles, which runs whatever code {file} carries{ending}. Store models with `skops.io.dump` and load them with `skops.io.load`, which lists what it would build.'
    ),
    'LL103.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL103.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL103.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL103.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL103.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL103.fix-skops': trans.__(
      'Save and load it with skops (for estimators of scikit-learn; run what saves it first)'
    ),
    'LL104.pickle-allowed': trans.__(
      'With `allow_pickle=True`, `{call}` runs whatever code {file} carries{ending}. Arrays of numbers load without it; keep all else in JSON, Parquet or safetensors.'
    ),
    'LL104.known-at-run-time': trans.__(
      'Whether `{call}` runs the code that {file} carries is decided at run time by `allow_pickle`. Leave it out where you can.'
    ),
    'LL104.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL104.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL104.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL104.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL104.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL104.fix-change': trans.__('Change to allow_pickle=False (loading fails if the file holds objects)'),
    'LL105.runs-code': trans.__('`{call}` runs whatever code {file} names{ending}. Use `yaml.safe_load`.'),
    'LL105.runs-code-in-data': trans.__('`{call}` runs whatever code the text names{ending}. Use `yaml.safe_load`.'),
    'LL105.unsafe-class': trans.__(
      'With `{loader}`, `{call}` runs whatever code {file} names{ending}. Use `yaml.safe_load`.'
    ),
    'LL105.unsafe-class-data': trans.__(
      'With `{loader}`, `{call}` runs whatever code the text names{ending}. Use `yaml.safe_load`.'
    ),
    'LL105.unsafe-type': trans.__(
      'With `typ="unsafe"`, `{call}` runs whatever code {file} names{ending}. Use `YAML(typ="safe")`.'
    ),
    'LL105.old-version': trans.__(
      'This runs with {package} {version}, where `{call}` can be made to run code that {file} names{ending}. Use a loader whose name begins with `Safe`.'
    ),
    'LL105.unknown-version': trans.__(
      'Which {package} runs this is not known, and before {since} `{call}` can be made to run code that {file} names. Use a loader whose name begins with `Safe`.'
    ),
    'LL105.unknown-default': trans.__(
      'Which {package} runs this is not known, and before {since} `{call}` without a loader runs code that {file} names{ending}. Use a loader whose name begins with `Safe`.'
    ),
    'LL105.known-at-run-time': trans.__(
      'Whether `{call}` runs code that {file} names is decided at run time by its loader. Use `yaml.safe_load` where you can.'
    ),
    'LL105.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL105.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL105.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL105.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL105.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL105.fix-safe-load': trans.__('Change to yaml.safe_load (loading fails if the file names Python objects)'),
    'LL107.unpickles': trans.__('`{call}` unpickles, which runs whatever code {file} carries{ending}. {advice}.'),
    'LL107.unpickles-address': trans.__(
      'From an address, `{call}` unpickles by default whatever the version, which runs whatever code {file} carries{ending}. {advice}.'
    ),
    'LL107.turned-off': trans.__('With `{argument}`, `{call}` runs whatever code {file} carries{ending}. {advice}.'),
    'LL107.old-default': trans.__(
      'This runs with {package} {version}, and before {since} `{call}` runs whatever code {file} carries{ending}. {advice}.'
    ),
    'LL107.unknown-default': trans.__(
      'Which {package} runs this is not known, and before {since} `{call}` runs whatever code {file} carries{ending}. {advice}.'
    ),
    'LL107.known-at-run-time': trans.__(
      'Whether `{call}` runs the code that {file} carries is decided at run time by `{parameter}`. {advice}.'
    ),
    'LL107.refused': trans.__(
      'With `{variable}` set like this, recent versions of the library run none of the code that {file} may carry{ending}. Older ones do not know it.'
    ),
    'LL107.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL107.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL107.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL107.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL107.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL107.fix-set-variable': trans.__(
      'Set {variable} above the import (recent versions then refuse files that hold code)'
    ),
    'LL107.fix-pass-and-check': trans.__(
      'Pass {safe} and check_hash=True (fails if the hash in the name is not that of the file)'
    ),
    'LL107.fix-pass': trans.__('Pass {safe} (loading fails if the file holds more than tensors and plain data)'),
    'LL108.program': trans.__(
      '`{call}` loads a program: what {file} holds runs when it is used{ending}. Load only programs of somebody you trust, and compare their checksum.'
    ),
    'LL108.native': trans.__(
      '`{call}` loads a program: what {file} holds runs at once{ending}. Load only programs of somebody you trust, and compare their checksum.'
    ),
    'LL108.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL108.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL108.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL108.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL108.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL106.turned-off': trans.__(
      'With `safe_mode=False`, `{call}` runs whatever code {file} carries{ending}. Leave it out: models without Lambda layers load.'
    ),
    'LL106.old-format': trans.__(
      '`{call}` runs whatever code {file} carries in Lambda layers{ending}: with {package} {version}, HDF5 files are not under `safe_mode`. Save the model as `.keras`, and use Keras 3.12.3 or newer.'
    ),
    'LL106.old-version': trans.__(
      'This runs with {package} {version}, and before Keras 3.12.3 a crafted model can run code when `{call}` loads it{ending}. Use Keras 3.12.3 or newer.'
    ),
    'LL106.unknown-version': trans.__(
      'Which Keras runs this is not known, and before 3.12.3 a crafted model can run code when `{call}` loads it{ending}. Use Keras 3.12.3 or newer.'
    ),
    'LL106.builds-from-yaml': trans.__(
      '`{call}` runs whatever code the YAML names{ending}, and is gone from TensorFlow 2.6 on. Use `model_from_json`.'
    ),
    'LL106.known-at-run-time': trans.__(
      'Whether `{call}` runs the code that {file} carries is decided at run time by `safe_mode`. Leave it out where you can.'
    ),
    'LL106.through': trans.__(
      '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
    ),
    'LL106.checked': trans.__(
      '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.'
    ),
    'LL106.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL106.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL106.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL106.fix-change': trans.__('Change to safe_mode=True (loading fails if the model has Lambda layers)'),
    'LL109.environment': trans.__(
      '`{variable}` makes every `torch.load` of this process run whatever code its file carries, in libraries too. Leave it out, and pass `weights_only=False` where you trust the file.'
    ),
    'LL109.environment-at-run-time': trans.__(
      'Whether every `torch.load` of this process runs the code that its file carries is decided at run time by `{variable}`. Leave it out where you can.'
    ),
    'LL109.turns-off': trans.__(
      '`{call}` turns safe mode off for every Keras model that this process loads. Pass `safe_mode=False` where you trust the file.'
    ),
    'LL109.allows': trans.__(
      'With `{name}` on the list, `torch.load` runs what a file says even with `weights_only=True`. Name only classes that you know.'
    ),
    'LL109.allows-refused': trans.__(
      'PyTorch refuses `{name}` in files even where it is on the list. Take it off the list.'
    ),
    'LL109.replaces': trans.__(
      'From here on every `{call}` of this process gets `{argument}` and runs whatever code its file carries, in libraries too. Pass the argument where you trust the file.'
    ),
    'LL109.fix-environment': trans.__(
      'Take this out (files that hold more than tensors and plain data then need weights_only=False)'
    ),
    'LL109.fix-turns-off': trans.__('Take this out (models with Lambda layers then need safe_mode=False)'),
    'LL110.whole-module': trans.__(
      '`{call}` writes all of `{object}`, so that only a load which can run code reads it back. Save `{object}.state_dict()`.'
    ),
    'LL110.fix-with-loads': trans.__('Save the state dict, and build the module where this program loads it'),
    'LL110.fix-save': trans.__('Save the state dict (whoever loads the file must build the module first)'),
    'LL201.moving-repository': trans.__(
      'Python files of `{repository}` run here, and they can change under you. Drop `trust_remote_code`, or pin `revision` to a commit you have read.'
    ),
    'LL201.through': trans.__(
      'Python files of `{repository}` run here, as {module} loads it, and they can change under you. Load it without `trust_remote_code`, or at a commit that you have read.'
    ),
    'LL201.unknown-repository': trans.__(
      'Python files of whatever repository is named here run on your machine. Drop `trust_remote_code` unless the model needs it.'
    ),
    'LL201.known-at-run-time': trans.__(
      'Whether Python files of the repository that is named here run is decided at run time by `trust_remote_code`. Drop it where you can.'
    ),
    'LL201.pinned-repository': trans.__(
      'Python files of `{repository}` run here, at the pinned commit. Drop `trust_remote_code` if the model does not need it.'
    ),
    'LL201.moving-code': trans.__(
      'Python files run here at `code_revision`, which is a branch or a tag and can move. Pin it to a commit you have read, as `revision` is.'
    ),
    'LL201.by-default': trans.__(
      '`{call}` runs Python files of `{repository}` unless it is told not to, and they can change under you. Pass `trust_remote_code=False`.'
    ),
    'LL201.own-folder': trans.__(
      'Python files of the folder `{repository}` run here. Drop `trust_remote_code` if the model does not need it.'
    ),
    'LL201.custom-pipeline': trans.__(
      'The pipeline code of `{pipeline}` runs here, and it can change under you. Use a pipeline class of diffusers, or keep a copy that you have read.'
    ),
    'LL201.community-pipeline': trans.__(
      'The community pipeline `{pipeline}` is fetched from a moving branch and runs here. Use a pipeline class of diffusers, or keep a copy that you have read.'
    ),
    'LL201.own-pipeline': trans.__('The pipeline code in `{pipeline}` runs here. Load it only if you have read it.'),
    'LL201.pinned-pipeline': trans.__('The pipeline code of `{pipeline}` runs here, at the pinned commit.'),
    'LL201.moving-command': trans.__(
      'Python files of `{repository}` run here, and they can change under you. Leave `--trust-remote-code` out, or add `--revision` with a commit that you have read.'
    ),
    'LL201.unknown-command': trans.__(
      'Python files of whatever repository is named here run on your machine. Leave `--trust-remote-code` out unless the model needs it.'
    ),
    'LL201.pinned-command': trans.__(
      'Python files of `{repository}` run here, at the pinned commit. Leave `--trust-remote-code` out if the model does not need it.'
    ),
    'LL201.ignored': trans.__(
      'datasets {version} no longer runs repository code and ignores `trust_remote_code`. Drop it.'
    ),
    'LL201.fix-drop': trans.__('Drop trust_remote_code'),
    'LL201.fix-refuse': trans.__('Pass trust_remote_code=False (loading fails if the repository needs its own code)'),
    'LL201.fix-drop-review': trans.__('Drop trust_remote_code (loading fails if the repository needs its own code)'),
    'LL201.fix-pin': trans.__('Pin to the commit in your cache, {short} (the hub may have a newer one)'),
    'LL201.fix-pin-asked': trans.__('Pin to a commit …'),
    'LL201.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL202.none': trans.__(
      '`{repository}` can change under you: no revision is pinned. Pass `revision` with the 40-character commit that you tested.'
    ),
    'LL202.several': trans.__(
      'This can be {count} repositories, `{repository}` among them, and each can change under you: no revision is pinned. Keep a 40-character commit beside each name, and pass it as `revision`.'
    ),
    'LL202.none-in-name': trans.__(
      '`{repository}` can change under you: no revision is pinned. Write `@` and the 40-character commit that you tested behind its name.'
    ),
    'LL202.none-in-dictionary': trans.__(
      '`{repository}` can change under you: no revision is pinned. Pass `revision` in `model_kwargs`, with the 40-character commit that you tested.'
    ),
    'LL202.moving': trans.__(
      '`{repository}` can change under you: `{revision}` is a branch or a tag, which can move. Pass the 40-character commit instead.'
    ),
    'LL202.through-none': trans.__(
      '`{call}` loads `{repository}` in {module} with no revision pinned, so it can change under you. Let it hand `revision` on, and pass the 40-character commit that you tested.'
    ),
    'LL202.through-moving': trans.__(
      '`{call}` loads `{repository}` in {module} at `{revision}`, a branch or a tag, which can move. Pass the 40-character commit instead.'
    ),
    'LL202.command': trans.__(
      '`{repository}` can change under you: this downloads whatever it holds today. Add `--revision` with the 40-character commit that you tested.'
    ),
    'LL202.clone': trans.__(
      '`{repository}` can change under you: this clones whatever it holds today. Check out the 40-character commit that you tested in the line below.'
    ),
    'LL202.fix-pin': trans.__('Pin to the commit in your cache, {short} (the hub may have a newer one)'),
    'LL202.fix-pin-asked': trans.__('Pin to a commit …'),
    'LL203.runs-unasked': trans.__(
      '`hubconf.py` of `{repository}` runs here without a question, and it can change under you. Write `:` and the commit that you have read behind its name.'
    ),
    'LL203.runs': trans.__(
      '`hubconf.py` of `{repository}` runs here, and it can change under you. Write `:` and the commit that you have read behind its name.'
    ),
    'LL203.unknown-repository': trans.__(
      '`hubconf.py` of whatever repository is named here runs on your machine without a question. Name it, with the commit that you have read.'
    ),
    'LL203.named-at-run-time': trans.__('`hubconf.py` of whatever repository is named here runs on your machine.'),
    'LL203.through': trans.__(
      '`{call}` runs `hubconf.py` of `{repository}` in {module}, and it can change under you. Write `:` and the commit that you have read behind its name.'
    ),
    'LL203.fix-ask': trans.__(
      'Drop trust_repo=True (newer versions of torch then ask before a repository runs for the first time)'
    ),
    'LL203.fix-pin': trans.__('Pin to the commit in your cache, {short} (the hub may have a newer one)'),
    'LL203.fix-pin-asked': trans.__('Pin to a commit …'),
    'LL204.weights-only-off': trans.__(
      'With `weights_only=False`, `{call}` runs whatever code the weights carry. Drop it: True is the default.'
    ),
    'LL204.pickle-weights': trans.__(
      'With `use_safetensors=False`, `{call}` reads weights from pickle files, which run code in older versions of torch. Pass `use_safetensors=True`.'
    ),
    'LL204.fix-weights-only': trans.__(
      'Drop weights_only=False (loading fails if the weights hold more than tensors and plain data)'
    ),
    'LL204.fix-safetensors': trans.__(
      'Change to use_safetensors=True (loading fails if there are no safetensors files)'
    ),
    'LL205.plain': trans.__(
      'Anybody on the way can replace what `{tool}` brings from {host}: it comes over plain http. Use https, or compare a checksum.'
    ),
    'LL205.fix-https': trans.__('Change to https (fails if the server does not answer there)'),
    'LL205.fix-checksum': trans.__(
      'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)'
    ),
    'LL205.fix-checksum-asked': trans.__('Load it only with a SHA-256 that you know …'),
    'LL206.download': trans.__(
      'Nobody checks here who answers: `{tool}` takes what it gets from anybody on the way. Check certificates; for one of your own, name its authority.'
    ),
    'LL206.client': trans.__(
      'Nobody checks who answers what this client asks: it takes what it gets from anybody on the way. Check certificates; for one of your own, name its authority.'
    ),
    'LL206.everywhere': trans.__(
      'From here on nobody checks who answers: what arrives can come from anybody on the way. Check certificates; for one of your own, name its authority.'
    ),
    'LL206.variable': trans.__(
      'With `{name}` set like this nobody checks who answers. Leave it out; for a certificate of your own, name its authority.'
    ),
    'LL206.fix-leave-out': trans.__('Take this out (fails where a certificate cannot be checked)'),
    'LL206.fix-drop': trans.__('Drop {argument} (fails if the certificate cannot be checked)'),
    'LL206.fix-elsewhere': trans.__('In {module}: {fix}'),
    'LL207.data': trans.__(
      'What {host} answers today is read as data, and it can be something else tomorrow. Keep a copy, or an address with a commit in it.'
    ),
    'LL207.weights': trans.__(
      'What {host} answers today is loaded, and nothing is compared. Pass `check_hash=True` where the name carries a hash.'
    ),
    'LL207.fix-check-hash': trans.__('Pass check_hash=True (fails if the hash in the name is not that of the file)'),
    'LL208.download': trans.__(
      'Before Python 3.14, `{call}` lets an archive write files outside the folder, and this one is downloaded. Pass `filter="data"`.'
    ),
    'LL208.upload': trans.__(
      'Before Python 3.14, `{call}` lets an archive write files outside the folder, and whoever uses this program sent this one. Pass `filter="data"`.'
    ),
    'LL208.through': trans.__(
      'Before Python 3.14, what `{call}` unpacks in {module} can write files outside the folder, and this archive is not yours. Let it pass `filter="data"`.'
    ),
    'LL208.fix-filter': trans.__(
      'Add filter="data" (needs Python 3.12, or a 3.8 to 3.11 of mid-2023 or later; refuses paths outside the folder)'
    ),
    'LL301.cell': trans.__(
      '{credential} stands in this cell; whoever gets the notebook {can}. Read it from the environment, and {then}.'
    ),
    'LL301.file': trans.__(
      '{credential} stands in this file; whoever gets the file {can}. Read it from the environment, and {then}.'
    ),
    'LL301.text': trans.__(
      '{credential} stands here in plain text; whoever gets the file {can}. Take it out, and {then}.'
    ),
    'LL301.fix-environment': trans.__(
      'Read it from the environment variable {variable}{where} (which must be set before this runs)'
    ),
    'LL301.fix-env-file': trans.__(
      'Read it from the environment variable {variable}{where}, and keep its value in .env (which must be loaded before this runs)'
    ),
    'LL301.fix-env-file-loaded': trans.__(
      'Read it from the environment variable {variable}{where}, and keep its value in .env, which load_dotenv reads'
    ),
    'LL301.fix-prompt': trans.__('Ask for it with getpass when this runs{where}'),
    'LL301.fix-colab': trans.__('Read it from Colab’s secret {variable}{where} (which must be added there)'),
    'LL301.fix-redact': trans.__('Take it out of the text{where}, and leave a mark there'),
    'LL301.fix-hub-token': trans.__('Read it with get_token{where} (log in with huggingface-cli, or set HF_TOKEN)'),
    'LL302.cell': trans.__(
      '{credential} is written out in this cell; whoever gets the notebook {can}. Read it from the environment, and {then}.'
    ),
    'LL302.file': trans.__(
      '{credential} is written out in this file; whoever gets the file {can}. Read it from the environment, and {then}.'
    ),
    'LL302.text': trans.__(
      '{credential} is written out in plain text; whoever gets the file {can}. Take it out, and {then}.'
    ),
    'LL302.elsewhere': trans.__(
      '{credential} that is used here is written out in `{file}`; whoever gets that file {can}. Read it from the environment there, and {then}.'
    ),
    'LL302.fix-environment': trans.__(
      'Read it from the environment variable {variable}{where} (which must be set before this runs)'
    ),
    'LL302.fix-env-file': trans.__(
      'Read it from the environment variable {variable}{where}, and keep its value in .env (which must be loaded before this runs)'
    ),
    'LL302.fix-env-file-loaded': trans.__(
      'Read it from the environment variable {variable}{where}, and keep its value in .env, which load_dotenv reads'
    ),
    'LL302.fix-prompt': trans.__('Ask for it with getpass when this runs{where}'),
    'LL302.fix-colab': trans.__('Read it from Colab’s secret {variable}{where} (which must be added there)'),
    'LL302.fix-redact': trans.__('Take it out of the text{where}, and leave a mark there'),
    'LL302.fix-hub-token': trans.__('Read it with get_token{where} (log in with huggingface-cli, or set HF_TOKEN)'),
    'LL303.fix-clear': trans.__(
      'Clear {outputs, plural, one {the output that shows it} other {the # outputs that show it}}'
    ),
    'LL303.output': trans.__(
      '{credential} is shown in this output; whoever gets the notebook {can}. Clear the output, and {then}.'
    ),
    'LL401.output': trans.__(
      '{active} stands in this output and runs where the notebook is trusted or shown as a web page.'
    ),
    'LL401.metadata': trans.__(
      '{active} stands in the saved state of a widget and runs where the notebook is trusted or shown as a web page.'
    ),
    'LL402.text': trans.__(
      '{active} stands in this text. Jupyter takes it out, an exported page runs it: say it in Markdown.'
    ),
    'LL403.code': trans.__(
      '{active} goes into the page of whoever runs this cell, with all that the page may do. Say what it is for, or leave it out.'
    ),
    'LL403.page': trans.__(
      'Data is put into HTML here, and what stands in the data counts as HTML too, script included. Put `html.escape(…)` around it.'
    ),
    'LL403.script': trans.__(
      'Data is put into a script here, and what stands in the data counts as script too. Put `json.dumps(…)` around it.'
    ),
    'LL404.home-folder': trans.__(
      "Somebody's home folder stands here, with their name in it. Clear the output, or take the path out."
    ),
    'LL405.user-name': trans.__('The name of a user stands here. Clear the output, or take the name out.'),
    'LL405.host-name': trans.__('The name of a machine stands here. Clear the output, or take the name out.'),
    'LL405.mail-address': trans.__('A mail address stands here. Clear the output, or take the address out.'),
    'LL406.internal-address': trans.__(
      'An address inside a private network stands here. Clear the output, or take the address out.'
    ),
    'LL407.table': trans.__(
      "The columns of this table look personal: {columns}. Clear the output unless these are nobody's data."
    ),
    'LL408.large': trans.__('This output takes {megabytes} MB of the file. Clear it, or save it beside the notebook.'),
    'LL409.out-of-order': trans.__(
      '{cells, plural, one {This cell} other {This cell and others, # in all,}} ran before a cell that stands above. Restart and run all, so that the results are those of the text.'
    ),
    'LL409.not-run': trans.__(
      '{cells, plural, one {This cell} other {This cell and others, # in all,}} did not run, though cells beside did. Restart and run all, so that the results are those of the text.'
    ),
    'LL410.every-address': trans.__(
      '`{written}` lets the Jupyter server answer on every network that the machine is in. Leave it at localhost, and reach it through SSH or a hub.'
    ),
    'LL410.no-password': trans.__(
      '`{written}` opens the Jupyter server without a token or password; whoever reaches it can run code. Leave the token on.'
    ),
    'LL410.any-origin': trans.__(
      '`{written}` lets pages from anywhere talk to the Jupyter server. Name the one address that is to be allowed.'
    ),
    'LL410.no-xsrf-check': trans.__(
      '`{written}` lets other pages send requests to the Jupyter server in your name. Leave the check on.'
    ),
    'LL410.as-root': trans.__(
      '`{written}` runs the Jupyter server as root; what a notebook runs can then change the whole machine. Start it as a user.'
    ),
    'fix-ignore': trans.__('Ignore {rule} here'),
    'fix-ignore-file': trans.__('Ignore {rule} in this file'),
    'fix-ignore-cell': trans.__('Ignore {rule} in this cell'),
    'fix-turn-off': trans.__('Turn {rule} off'),
    'fix-exclude': trans.__('Exclude this file'),
    'advice-trust': trans.__('Give it only files that you trust'),
    'advice-pass': trans.__('Pass `{safe}`'),
    'advice-newer': trans.__('Use {package} {since} or newer'),
    'advice-ultralytics': trans.__(
      'Give it only weights that you trust; recent versions run none of their code where `ULTRALYTICS_SAFE_LOAD=1` is set'
    ),
    'advice-fastai': trans.__(
      'Give it only files that you trust, or keep the weights alone with `Learner.save` and `Learner.load`'
    ),
    'advice-mlflow': trans.__(
      'Load only models that you trust; recent versions refuse pickles where `MLFLOW_ALLOW_PICKLE_DESERIALIZATION=false` is set'
    ),
    'advice-index': trans.__('Load only an index that you saved yourself, or build it again from its texts'),
    'advice-skops': trans.__('Pass the names that you have read in `skops.io.get_untrusted_types`'),
    'ending-written-here': trans.__(', though this program writes it itself'),
    'ending-http': trans.__(', and the file comes from {url}'),
    'ending-hub': trans.__(', and the file comes from the hub repository {repository}'),
    'ending-upload': trans.__(', and the file is an upload by whoever uses this program'),
    'ending-argument': trans.__(', and {giver} decides which file that is'),
    'ending-data-written-here': trans.__(', though this program writes it itself'),
    'ending-data-http': trans.__(', and it comes from {url}'),
    'ending-data-hub': trans.__(', and it comes from the hub repository {repository}'),
    'ending-data-upload': trans.__(', and it is sent by whoever uses this program'),
    'ending-data-argument': trans.__(', and {giver} decides what that is'),
    'origin-file': trans.__('the file'),
    'origin-address': trans.__('an address'),
    'origin-repository': trans.__('it names'),
    'origin-argument': trans.__('the argument `{name}`'),
    'origin-environment': trans.__('the environment'),
    'origin-command-line': trans.__('the command line'),
    'credential-hugging-face-token': trans.__('A Hugging Face token'),
    'credential-openai-key': trans.__('An OpenAI key'),
    'credential-anthropic-key': trans.__('An Anthropic key'),
    'credential-aws-secret-access-key': trans.__('An AWS secret access key'),
    'credential-aws-access-key-id': trans.__('An AWS access key id'),
    'credential-github-token': trans.__('A GitHub token'),
    'credential-npm-token': trans.__('An npm token'),
    'credential-slack-token': trans.__('A Slack token'),
    'credential-slack-webhook': trans.__('A Slack webhook'),
    'credential-sendgrid-key': trans.__('A SendGrid key'),
    'credential-shopify-token': trans.__('A Shopify token'),
    'credential-linear-key': trans.__('A Linear key'),
    'credential-1password-token': trans.__('A 1Password token'),
    'credential-private-key': trans.__('A private key'),
    'credential-protected-private-key': trans.__('A private key with a passphrase'),
    'credential-address-with-its-password': trans.__('An address with its password'),
    'credential-database-address': trans.__('A database address'),
    'credential-named-key': trans.__('A key for {name}'),
    'credential-named-token': trans.__('A token for {name}'),
    'credential-named-secret': trans.__('A secret for {name}'),
    'credential-named-webhook': trans.__('A webhook of {name}'),
    'credential-named-password': trans.__('A password for {name}'),
    'credential-api-key': trans.__('An API key'),
    'credential-key': trans.__('A key'),
    'credential-password': trans.__('A password'),
    'credential-token': trans.__('A token'),
    'credential-secret': trans.__('A secret'),
    'credential-password-of-an-address': trans.__('The password of an address'),
    'credential-json-web-token': trans.__('A JSON web token'),
    'credential-shown': trans.__('{credential} (`{masked}`)'),
    'credential-can-use': trans.__('can use it'),
    'credential-can-use-with-passphrase': trans.__('needs only its passphrase to use it'),
    'credential-can-use-with-secret': trans.__('needs only its secret to use it'),
    'credential-then-revoke': trans.__('revoke this one'),
    'credential-then-change': trans.__('change the password'),
    'credential-then-replace': trans.__('put a new key in its place'),
    'credential-then-renew': trans.__('make a new one'),
    'active-script': trans.__('A script'),
    'active-handler': trans.__('An event handler'),
    'active-frame': trans.__('A frame'),
    'active-link': trans.__('A link with a script in it'),
    'active-plug-in': trans.__('An embedded object'),
    'active-page': trans.__('HTML'),
    'active-from': trans.__('{form} from {host}'),
    'active-of-file': trans.__('{form} from {file}'),
    'active-of-download': trans.__('{form} that is downloaded'),
    'active-runs-kernel-code': trans.__('{form} that runs code in the kernel'),
    'active-reads-credentials': trans.__('{form} that reads cookies or tokens of the page'),
    'active-makes-code': trans.__('{form} that makes code out of text'),
    'active-brings-script': trans.__('{form} that brings more script'),
    'share-redact': trans.__('Redact'),
    'share-remove': trans.__('Take out'),
    'share-clear': trans.__('Clear this output'),
    'share-rename': trans.__('Rename the attachment'),
    'share-ready': trans.__('Ready to share'),
    'share-ready-look': trans.__('Ready to share, {things} worth a look'),
    'share-not-ready': trans.__('Not ready: {things, plural, one {# thing} other {# things}}'),
    'share-where-source': trans.__('Cell {cell}'),
    'share-where-output': trans.__('Cell {cell} output'),
    'share-where-metadata': trans.__('Cell {cell} metadata'),
    'share-where-attachment': trans.__('Cell {cell} attachment'),
    'share-where-notebook': trans.__('Notebook metadata'),
    'where-texts': trans.__('{where} (text gets a mark)'),
    'where-places': trans.__(' in all {places} places'),
    'where-outputs': trans.__(', and clear the outputs that show it'),
    'where-places-and-outputs': trans.__(' in all {places} places, and clear the outputs that show it'),
    'evidence-import': trans.__('`{name}` is imported here.'),
    'evidence-value': trans.__('The value of `{name}` is set here.'),
    'evidence-call': trans.__('This call gives it: `{call}`.'),
    'evidence-loads': trans.__('`{call}` loads it here.'),
    'evidence-downloads': trans.__('`{call}` downloads it here.'),
    'evidence-unpacks': trans.__('`{call}` unpacks it here.'),
    'evidence-imports': trans.__('Importing this module runs what it does.'),
    'evidence-written': trans.__('The same program writes `{path}` here.'),
    'evidence-written-unnamed': trans.__('The same program writes it here.'),
    'evidence-downloaded': trans.__('`{path}` is downloaded from {url} here.'),
    'evidence-downloaded-somewhere': trans.__('`{path}` is downloaded here.'),
    'evidence-copied': trans.__('`{path}` is made from another file here.'),
    'evidence-credential': trans.__('It is used as `{name}` here.'),
    'evidence-written-out': trans.__('It is written out here.'),
    'evidence-upload': trans.__('The upload comes in here, by {by}.'),
    'evidence-uploaded': trans.__('`{path}` is written here from what {by} brought.'),
    'hover-can-run': trans.__('Can run'),
    'hover-from': trans.__('From'),
    'hover-revision': trans.__('Revision'),
    'hover-to': trans.__('To'),
    'hover-checked': trans.__('Checked'),
    'hover-on-the-way': trans.__('On the way'),
    'hover-leaks': trans.__('Leaks'),
    'hover-stays': trans.__('Stays'),
    'hover-do': trans.__('Do'),
    'hover-lets-in': trans.__('Lets in'),
    'hover-with': trans.__('With'),
    'hover-any-code': trans.__('any code in the file'),
    'hover-any-code-at-run-time': trans.__('any code in the file, unless {guard} keeps it out when it runs'),
    'hover-any-code-unpacked': trans.__('any code in the file, unless {guard} is among the unpacked arguments'),
    'hover-any-code-old': trans.__('any code in the file before {package} {since}; nothing from then on'),
    'hover-any-code-by-environment': trans.__('any code in the file, because TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD is set'),
    'hover-named-code': trans.__('any function that the file names'),
    'hover-crafted-before': trans.__('code in a crafted file before {package} {since}; nothing from then on'),
    'hover-program': trans.__('the program that the file is'),
    'hover-nothing-but-data': trans.__('nothing: only data is read'),
    'hover-nothing-of-layers': trans.__('nothing: layers that hold code are refused'),
    'hover-nothing-unpacked': trans.__('nothing, unless {guard} is among the unpacked arguments'),
    'hover-nothing': trans.__('nothing: only tensors and plain data are read'),
    'hover-nothing-by-variable': trans.__('nothing, because {variable} is set'),
    'hover-nothing-by-design': trans.__('nothing by design, but a crafted file can get past this version'),
    'hover-nothing-by-default': trans.__('nothing, unless an environment variable turns the default off'),
    'hover-nothing-own-name': trans.__('nothing of anybody else: the library knows that name itself'),
    'hover-nothing-installed': trans.__('nothing beyond the package of that name, which is installed'),
    'hover-nothing-ending': trans.__('nothing that is pickled: a file with this ending is read in another way'),
    'hover-nothing-copy': trans.__('nothing of anybody else: this program made the bytes itself'),
    'hover-weights-only-off': trans.__('any code in every file that torch.load reads by default, in libraries too'),
    'hover-weights-only-off-at-run-time': trans.__(
      'any code in every file that torch.load reads by default, where it turns out true'
    ),
    'hover-weights-only-on': trans.__('nothing: every torch.load of this process reads tensors and plain data only'),
    'hover-weights-only-on-at-run-time': trans.__('nothing in files of torch.load, where it turns out true'),
    'hover-weights-only-unchanged': trans.__('what it could before: this value counts as not set'),
    'hover-keras-layers': trans.__('code in layers of every Keras model that this process loads'),
    'hover-any-file': trans.__('any code in every file that it reads from here on, in libraries too'),
    'hover-any-code-let-in': trans.__('any code, even with weights_only=True: what is let in can run what a file says'),
    'hover-what-is-let-in': trans.__('with weights_only=True also what is let in, where a file asks for it'),
    'hover-file-from': trans.__('{file}, {origin}'),
    'hover-file-downloaded': trans.__('{file}, downloaded from {url}'),
    'hover-written-here': trans.__('written by this program'),
    'hover-upload': trans.__('an upload ({by})'),
    'hover-decided-by': trans.__('whatever {giver} says'),
    'hover-hub': trans.__('hub repository {repository}'),
    'hover-hub-pinned': trans.__('hub repository {repository}, pinned'),
    'hover-hub-unnamed': trans.__('hub repository (named at run time)'),
    'hover-default-safe': trans.__('{version}, so weights_only=True is the default'),
    'hover-default-is-safe': trans.__('{version}, so the default is safe'),
    'hover-default-unsafe': trans.__('{version}, so the default is not safe yet'),
    'hover-repository-code': trans.__('Python files of the repository'),
    'hover-repository-code-at-run-time': trans.__(
      'Python files of the repository, where trust_remote_code turns out true'
    ),
    'hover-no-repository-code': trans.__('no code of the repository'),
    'hover-hubconf': trans.__('hubconf.py of the repository and all that it imports'),
    'hover-github': trans.__('GitHub repository {repository}'),
    'hover-pinned': trans.__('pinned to a commit'),
    'hover-moving': trans.__('a branch or tag, which can move'),
    'hover-not-pinned': trans.__('not pinned'),
    'hover-checksum': trans.__('by a checksum'),
    'hover-no-checksum': trans.__('by nothing: whatever comes is taken'),
    'hover-plain': trans.__('not encrypted: anybody there can change it'),
    'hover-no-certificates': trans.__('certificates are not checked: anybody there can change it'),
    'hover-credential': trans.__('{credential} ({masked})'),
    'hover-credential-leaks': trans.__('to everyone who gets this file, its history or its outputs'),
    'hover-credential-leaks-protected': trans.__(
      'to everyone who gets this file, its history or its outputs: they need only its passphrase'
    ),
    'hover-credential-stays-revoke': trans.__(
      'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only revoking helps'
    ),
    'hover-credential-stays-change': trans.__(
      'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only changing it helps'
    ),
    'hover-credential-stays-replace': trans.__(
      'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only a new key helps'
    ),
    'hover-credential-stays-renew': trans.__(
      'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only a new one helps'
    ),
    'hover-credential-do-revoke': trans.__('revoke it where it was made, and read the new one from {variable}'),
    'hover-credential-do-revoke-at': trans.__('revoke it on {page}, and read the new one from {variable}'),
    'hover-credential-do-revoke-as': trans.__('revoke it as {page} says, and read the new one from {variable}'),
    'hover-credential-do-change': trans.__('change the password, and read the new one from {variable}'),
    'hover-credential-do-change-at': trans.__('change the password on {page}, and read the new one from {variable}'),
    'hover-credential-do-change-as': trans.__(
      'change the password as {page} says, and read the new one from {variable}'
    ),
    'hover-credential-do-replace': trans.__(
      'make a new key, have it accepted in the place of this one, and read it from {variable}'
    ),
    'hover-credential-do-renew': trans.__('make a new one where this one is accepted, and read it from {variable}'),
    'dependency-declared': trans.__('`{requirement}` is asked for in {file}.'),
    'dependency-from-url': trans.__('{package} comes from an address in {file}, so its version is not known.'),
    'dependency-locked': trans.__('{file} says {package} {version}.'),
    'dependency-installed': trans.__('{package} {version} is installed in {file}.'),
    'version-from': trans.__('{version} ({source})'),
    'version-either': trans.__('{one} or {other}'),
    'version-both': trans.__('{one} and {other}'),
    'version-any': trans.__('any version'),
    'version-settings': trans.__('settings'),
    'version-kernel': trans.__('the running kernel'),
    'version-installs': trans.__('pip install in this notebook'),
    'version-script-installs': trans.__('pip install in this script'),
    'version-script-header': trans.__("the script's header"),
    'version-notebook-header': trans.__("the notebook's header"),
    'note-no-scanner': trans.__('Credentials were not looked for: the scanner could not be fetched ({reason}).'),
    'note-no-scripts': trans.__('Scripts were not read: the part for them could not be fetched ({reason}).'),
    'note-long-scripts': trans.__(
      'Of {scripts, plural, one {a script} other {# scripts}} it was not read what {scripts, plural, one {it does} other {they do}}: longer than 100,000 characters.'
    ),
    'note-text-too-long': trans.__(
      'Credentials were looked for only in the beginning of {texts, plural, one {a text} other {# texts}}: longer than a million characters.'
    ),
    'note-excluded': trans.__('Not looked at: {file} excludes it.'),
    'note-file-too-long': trans.__('This file could not be read in time: too long.'),
    'note-cells-too-long': trans.__(
      '{cells, plural, one {# cell} other {# cells}} could not be read in time: too long.'
    ),
    'server-failed': trans.__(
      'Loadlight could not look at this document: something went wrong inside. The log says more.'
    ),
    'server-fix-all': trans.__('Fix all that Loadlight can fix safely'),
    'server-take-out': trans.__('Take {masked} out of all files…'),
    'server-text-changed': trans.__('The text has changed since this fix was offered.'),
    'server-settings-kind': trans.__('The setting loadlight is no object: the defaults count.'),
    'server-setting-enable': trans.__('The setting loadlight.enable is neither true nor false: the default counts.'),
    'server-setting-text': trans.__('The setting {setting} is no text: it is left out.'),
    'server-setting-versions': trans.__(
      'The setting loadlight.versions does not name packages, as in {example}: it is left out.'
    ),
    'server-setting-version': trans.__('The setting loadlight.versions has no text for {package}: that is left out.'),
    'server-no-notebook': trans.__('This notebook cannot be looked at: {reason}.'),
    'server-no-notebook-at': trans.__('This notebook cannot be looked at: {reason} (line {line}, column {column}).'),
    'server-no-grammar': trans.__('Loadlight could not load its Python grammar: {reason}')
  };
}
