import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What the hover says of a call or a credential, beside what is the user's own. */
export const EXPLANATION_MESSAGES: MessageTemplates = {
  'hover-can-run': 'Can run',
  'hover-from': 'From',
  'hover-revision': 'Revision',
  'hover-to': 'To',
  'hover-checked': 'Checked',
  'hover-on-the-way': 'On the way',
  'hover-leaks': 'Leaks',
  'hover-stays': 'Stays',
  'hover-do': 'Do',
  'hover-lets-in': 'Lets in',
  'hover-with': 'With',

  'hover-any-code': 'any code in the file',
  'hover-any-code-at-run-time': 'any code in the file, unless {guard} keeps it out when it runs',
  'hover-any-code-unpacked': 'any code in the file, unless {guard} is among the unpacked arguments',
  'hover-any-code-old': 'any code in the file before {package} {since}; nothing from then on',
  'hover-any-code-by-environment': 'any code in the file, because TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD is set',
  'hover-named-code': 'any function that the file names',
  'hover-crafted-before': 'code in a crafted file before {package} {since}; nothing from then on',
  'hover-program': 'the program that the file is',
  'hover-nothing-but-data': 'nothing: only data is read',
  'hover-nothing-of-layers': 'nothing: layers that hold code are refused',
  'hover-nothing-unpacked': 'nothing, unless {guard} is among the unpacked arguments',
  'hover-nothing': 'nothing: only tensors and plain data are read',
  'hover-nothing-by-variable': 'nothing, because {variable} is set',
  'hover-nothing-by-design': 'nothing by design, but a crafted file can get past this version',
  'hover-nothing-by-default': 'nothing, unless an environment variable turns the default off',

  'hover-nothing-own-name': 'nothing of anybody else: the library knows that name itself',
  'hover-nothing-installed': 'nothing beyond the package of that name, which is installed',
  'hover-nothing-ending': 'nothing that is pickled: a file with this ending is read in another way',
  'hover-nothing-copy': 'nothing of anybody else: this program made the bytes itself',

  'hover-weights-only-off': 'any code in every file that torch.load reads by default, in libraries too',
  'hover-weights-only-off-at-run-time':
    'any code in every file that torch.load reads by default, where it turns out true',
  'hover-weights-only-on': 'nothing: every torch.load of this process reads tensors and plain data only',
  'hover-weights-only-on-at-run-time': 'nothing in files of torch.load, where it turns out true',
  'hover-weights-only-unchanged': 'what it could before: this value counts as not set',
  'hover-keras-layers': 'code in layers of every Keras model that this process loads',
  'hover-any-file': 'any code in every file that it reads from here on, in libraries too',
  'hover-any-code-let-in': 'any code, even with weights_only=True: what is let in can run what a file says',
  'hover-what-is-let-in': 'with weights_only=True also what is let in, where a file asks for it',

  'hover-file-from': '{file}, {origin}',
  'hover-file-downloaded': '{file}, downloaded from {url}',
  'hover-written-here': 'written by this program',
  'hover-upload': 'an upload ({by})',
  'hover-decided-by': 'whatever {giver} says',
  'hover-hub': 'hub repository {repository}',
  'hover-hub-pinned': 'hub repository {repository}, pinned',
  'hover-hub-unnamed': 'hub repository (named at run time)',

  'hover-default-safe': '{version}, so weights_only=True is the default',
  'hover-default-is-safe': '{version}, so the default is safe',
  'hover-default-unsafe': '{version}, so the default is not safe yet',

  'hover-repository-code': 'Python files of the repository',
  'hover-repository-code-at-run-time': 'Python files of the repository, where trust_remote_code turns out true',
  'hover-no-repository-code': 'no code of the repository',
  'hover-hubconf': 'hubconf.py of the repository and all that it imports',
  'hover-github': 'GitHub repository {repository}',
  'hover-pinned': 'pinned to a commit',
  'hover-moving': 'a branch or tag, which can move',
  'hover-not-pinned': 'not pinned',

  'hover-checksum': 'by a checksum',
  'hover-no-checksum': 'by nothing: whatever comes is taken',
  'hover-plain': 'not encrypted: anybody there can change it',
  'hover-no-certificates': 'certificates are not checked: anybody there can change it',

  'hover-credential': '{credential} ({masked})',
  'hover-credential-leaks': 'to everyone who gets this file, its history or its outputs',
  'hover-credential-leaks-protected':
    'to everyone who gets this file, its history or its outputs: they need only its passphrase',
  'hover-credential-stays-revoke':
    'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only revoking helps',
  'hover-credential-stays-change':
    'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only changing it helps',
  'hover-credential-stays-replace':
    'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only a new key helps',
  'hover-credential-stays-renew':
    'in the history, in copies and in .ipynb_checkpoints when the line is gone, so only a new one helps',
  'hover-credential-do-revoke': 'revoke it where it was made, and read the new one from {variable}',
  'hover-credential-do-revoke-at': 'revoke it on {page}, and read the new one from {variable}',
  'hover-credential-do-revoke-as': 'revoke it as {page} says, and read the new one from {variable}',
  'hover-credential-do-change': 'change the password, and read the new one from {variable}',
  'hover-credential-do-change-at': 'change the password on {page}, and read the new one from {variable}',
  'hover-credential-do-change-as': 'change the password as {page} says, and read the new one from {variable}',
  'hover-credential-do-replace':
    'make a new key, have it accepted in the place of this one, and read it from {variable}',
  'hover-credential-do-renew': 'make a new one where this one is accepted, and read it from {variable}'
};

/** One of `EXPLANATION_MESSAGES`, by its id without `hover-`. */
export function hoverWords(id: string, args: Message['args'] = {}): Message {
  return say(EXPLANATION_MESSAGES, `hover-${id}`, args);
}
