import { alternatives, type Abstract } from '../abstract.js';
import { libraryBases } from '../bases.js';
import type { Resolver } from '../resolver.js';
import type { Trace } from '../where.js';

/** Classes that a module derives from, and constructors of modules; tensors that live in `torch.nn` are none. */
const MODULE =
  /^(?:torch\.nn\.(?!(?:parameter\.)?(?:Uninitialized)?(?:Parameter|Buffer)$)(?:\w+\.)*[A-Z]\w*|(?:pytorch_)?lightning\.(?:pytorch\.)?LightningModule|torchvision\.models\.(?:\w+\.)*(?!list_models$|get_weight$|get_model_weights$|get_model_builder$)\w+|timm\.create_model|transformers\.\w*Model\w*(?:\.from_pretrained)?|segmentation_models_pytorch\.[A-Z]\w*)$/;

/** Methods of a module that give the module back. */
const SAME = /\(\)\.(?:to|cuda|cpu|eval|train|half|float|double|bfloat16|requires_grad_)$/;

/** It is a module of PyTorch, on every way there. */
export function isModule(value: Abstract, resolver: Resolver, trace: Trace): boolean {
  const all = alternatives(value);
  return all.length > 0 && all.every(one => isOneModule(one, resolver, trace));
}

function isOneModule(value: Abstract, resolver: Resolver, trace: Trace): boolean {
  switch (value.kind) {
    case 'instance':
      return libraryBases(value.of.cls, resolver, trace).some(base => base !== null && MODULE.test(base));
    case 'result': {
      let { of } = value;
      while (SAME.test(of)) of = of.replace(SAME, '');
      return MODULE.test(of);
    }
    default:
      return false;
  }
}
