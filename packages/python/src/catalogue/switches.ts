/** A function that changes what loaders do in the whole process. */
export interface SwitchRow {
  readonly name: string;
  readonly how: 'turns-off' | 'allows';
  /** The parameter that lists what files may call. */
  readonly list?: string;
}

const KERAS = ['keras', 'tensorflow.keras', 'tf_keras', 'keras.src'];

export const SWITCHES: readonly SwitchRow[] = [
  // https://keras.io/api/utils/config_utils/; in Keras 2 under `keras.__internal__`.
  ...KERAS.flatMap(root =>
    [`${root}.config`, `${root}.__internal__`, `${root}.saving.serialization_lib`].map((module): SwitchRow => ({
      name: `${module}.enable_unsafe_deserialization`,
      how: 'turns-off'
    }))
  ),
  // https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only
  { name: 'torch.serialization.add_safe_globals', how: 'allows', list: 'safe_globals' },
  { name: 'torch.serialization.safe_globals', how: 'allows', list: 'safe_globals' }
];
