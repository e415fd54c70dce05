import type { LoaderTraits } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';

const TORCH = 'https://docs.pytorch.org/docs/stable/';
const UNCONFINED: Partial<LoaderTraits> = { unconfined: true };

/** What is loaded is a program by design. */
export const PROGRAM_LOADERS: readonly LoaderRow[] = [
  program('torch.jit.load', ['f', 'map_location'], `${TORCH}generated/torch.jit.load.html`, {
    aliases: ['torch.jit._serialization.load']
  }),
  // It unpickles inside, with weights_only=False.
  program('torch.export.load', ['f'], `${TORCH}export.html`, UNCONFINED),
  program('torch.package.PackageImporter', ['file_or_buffer', 'module_allowed'], `${TORCH}package.html`, UNCONFINED),
  program('torch.ops.load_library', ['path'], `${TORCH}library.html`, UNCONFINED),
  program('torch.classes.load_library', ['path'], `${TORCH}library.html`, UNCONFINED),
  program('tensorflow.saved_model.load', ['export_dir', 'tags'], 'https://www.tensorflow.org/guide/saved_model', {
    aliases: ['tensorflow.compat.v2.saved_model.load']
  }),
  program('tensorflow.load_op_library', ['library_filename'], 'https://www.tensorflow.org/guide/create_op', UNCONFINED),
  program(
    'onnxruntime.SessionOptions().register_custom_ops_library',
    ['path'],
    'https://onnxruntime.ai/docs/reference/operators/add-custom-op.html',
    UNCONFINED
  )
];

function program(
  name: string,
  parameters: readonly [string, ...string[]],
  documentation: string,
  rest: Partial<LoaderRow>
): LoaderRow {
  const always = { name, aliases: [], parameters, keywordOnly: [], source: parameters[0], documentation };
  return { ...always, family: 'program', ...rest };
}
