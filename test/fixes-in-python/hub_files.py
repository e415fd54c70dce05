"""Tiny models of the Hugging Face libraries and of torch.hub, made here; nothing is downloaded. In `payload` they carry a marker."""

import json
import os
import pathlib
import shutil

OLD = "0123456789abcdef0123456789abcdef01234567"
NEW = "89abcdef0123456789abcdef0123456789abcdef"
WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "model", "of", "words"]
MARK = 'open("marker", "w").close()\n'
# Runs when the model is made, as a process imports the module only once.
CODE = f"""from transformers import BertConfig, BertModel


class OwnConfig(BertConfig):
    model_type = "own"


class Own(BertModel):
    config_class = OwnConfig

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        {MARK}
"""
HUBCONF = "def answer():\n    return 42\n"


def write(root, payload):
    """Below each folder: `tiny`, with weights in both formats; `tiny-pickle`, with a pickle alone where there is a payload; `tiny-words`
    of sentence-transformers; a `cache` of the hub, and one of torch.hub in `torch-home`.
    """
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(1)
    size = dict(hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8)
    model = BertModel(BertConfig(vocab_size=len(WORDS), max_position_embeddings=16, **size))
    for name in ("good", "payload"):
        folder = os.path.join(root, name)
        tiny = os.path.join(folder, "tiny")
        model.save_pretrained(tiny)
        pathlib.Path(folder, "vocab.txt").write_text("\n".join(WORDS))
        BertTokenizerFast(vocab=os.path.join(folder, "vocab.txt")).save_pretrained(tiny)
        write_sentence_model(tiny, os.path.join(folder, "tiny-words"))
        torch.save(model.state_dict(), os.path.join(tiny, "pytorch_model.bin"))
        pickled = os.path.join(folder, "tiny-pickle")
        shutil.copytree(tiny, pickled)
        write_cache(os.path.join(folder, "cache"), tiny, moved=name == "payload")
        write_torch_hub(os.path.join(folder, "torch-home", "hub"), moved=name == "payload")
        if name == "payload":
            torch.save(payload, os.path.join(pickled, "pytorch_model.bin"))
            os.remove(os.path.join(pickled, "model.safetensors"))
            for one in ("tiny", "tiny-words"):
                write_code(os.path.join(folder, one))


def write_sentence_model(tiny, folder):
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer

    words = Transformer(tiny, max_seq_length=16)
    SentenceTransformer(modules=[words, Pooling(8)], device="cpu").save(folder)


def write_code(folder):
    """Says in the configuration that the model is a class of the repository's own."""
    change(os.path.join(folder, "config.json"), auto_map={"AutoConfig": "own.OwnConfig", "AutoModel": "own.Own"}, model_type="own")
    pathlib.Path(folder, "own.py").write_text(CODE)


def write_cache(cache, tiny, moved):
    """`main` stands at OLD; where it `moved`, at NEW, and the model there is another."""
    repository = os.path.join(cache, "models--example-org--tiny")
    for commit in (OLD, NEW):
        shutil.copytree(tiny, os.path.join(repository, "snapshots", commit))
    change(os.path.join(repository, "snapshots", NEW, "config.json"), layer_norm_eps=0.5)
    os.makedirs(os.path.join(repository, "refs"))
    pathlib.Path(repository, "refs", "main").write_text(NEW if moved else OLD)


def write_torch_hub(folder, moved):
    """`example-org/tiny` at OLD and at `main`, which is another where it `moved`."""
    for reference in (OLD, "main"):
        repository = os.path.join(folder, f"example-org_tiny_{reference}")
        os.makedirs(repository)
        code = MARK + HUBCONF.replace("42", "13") if moved and reference == "main" else HUBCONF
        pathlib.Path(repository, "hubconf.py").write_text(code)


def change(path, **values):
    with open(path) as file:
        config = {**json.load(file), **values}
    with open(path, "w") as file:
        json.dump(config, file)
