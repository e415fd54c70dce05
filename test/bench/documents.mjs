/** Cells as notebooks that train and try models have them; `i` makes each its own. */
const CELLS = [
  i =>
    `# Load checkpoint ${i}\nckpt_${i} = torch.load(f"runs/{RUN}/epoch_${i}.pt", map_location=device)\nmodel_${i} = Net(hidden=${16 + i})\nmodel_${i}.load_state_dict(ckpt_${i}["model"])\nmodel_${i}.eval()`,
  i =>
    `def evaluate_${i}(model, loader, device="cpu"):\n    """Mean loss and accuracy over the loader."""\n    losses, hits, seen = [], 0, 0\n    with torch.no_grad():\n        for images, labels in loader:\n            images, labels = images.to(device), labels.to(device)\n            logits = model(images)\n            losses.append(F.cross_entropy(logits, labels).item())\n            hits += (logits.argmax(dim=1) == labels).sum().item()\n            seen += len(labels)\n    return {"loss": float(np.mean(losses)), "accuracy": hits / max(seen, 1)}`,
  i =>
    `%matplotlib inline\nfig, axes = plt.subplots(1, 2, figsize=(12, 4))\naxes[0].plot(history_${i % 7}["loss"], label="train")\naxes[0].plot(history_${i % 7}["val_loss"], label="validation")\naxes[0].set_xlabel("epoch")\naxes[1].hist(scores_${i % 5}, bins=50, alpha=0.7)\naxes[0].legend()\nplt.tight_layout()\nplt.show()`,
  i =>
    `df_${i} = pd.read_csv(DATA / "part_${i}.csv")\ndf_${i} = df_${i}.dropna(subset=["label"]).assign(length=lambda d: d["text"].str.len())\ndf_${i}.groupby("label")["length"].describe()`,
  i =>
    `with open(DATA / "features_${i}.pkl", "rb") as f:\n    features_${i} = pickle.load(f)\nprint(len(features_${i}), features_${i}[0])`,
  i =>
    `tokenizer_${i} = AutoTokenizer.from_pretrained("example-org/model-${i % 9}")\nencoded_${i} = tokenizer_${i}(list(df_3["text"][:${i}]), padding=True, truncation=True, return_tensors="pt")\nencoded_${i}["input_ids"].shape`,
  i =>
    `!ls -la runs/ | head -${i}\nhistory_${i % 7} = {"loss": [], "val_loss": []}\nfor epoch in tqdm(range(EPOCHS)):\n    history_${i % 7}["loss"].append(train_one_epoch(model_0, train_loader, optimizer))\n    scores_${i % 5} = evaluate_1(model_0, val_loader, device)\n    if epoch % 5 == 0:\n        torch.save({"model": model_0.state_dict(), "epoch": epoch}, f"runs/{RUN}/epoch_{epoch}.pt")`,
  i =>
    `results_${i} = {\n    name: evaluate_1(net, val_loader)["accuracy"]\n    for name, net in {"small": model_0, "large": model_8}.items()\n    if name not in SKIP\n}\npd.DataFrame(results_${i}, index=["accuracy"]).T.sort_values("accuracy").head(${i % 10})`
];

const IMPORTS = `import os
import pickle
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import torch
import torch.nn as nn
import torch.nn.functional as F
from tqdm.auto import tqdm
from transformers import AutoModel, AutoTokenizer

DATA = Path("data")
RUN, EPOCHS, SKIP = "baseline", 20, set()
device = "cuda" if torch.cuda.is_available() else "cpu"`;

/** The texts of a notebook with so many code cells, the imports first. */
export function notebookCells(count) {
  return Array.from({ length: count }, (_, i) => (i === 0 ? IMPORTS : CELLS[(i - 1) % CELLS.length](i - 1)));
}

/** A Python file of that many lines, made of the same code without magics. */
export function pythonFile(lines) {
  const parts = [];
  for (let i = 0, count = 0; count < lines; i++) {
    const part = `${i === 0 ? IMPORTS : CELLS[(i - 1) % CELLS.length](i - 1).replace(/^[!%].*\n/gm, '')}\n\n`;
    count += part.split('\n').length - 1;
    parts.push(part);
  }
  return parts.join('').split('\n').slice(0, lines).join('\n');
}

/** A file with one class of about that many lines: methods that load, download and call each other. */
export function largeClass(lines) {
  const method = i => `    def load_${i}(self, path, device="cpu"):
        """Checkpoint ${i}."""
        name = os.path.join(self.root, path or f"epoch_${i}.pt")
        state = torch.load(self.find_${i}(name), map_location=device)
        self.model_${i % 40} = build_${i % 7}(state["config"])
        return self.load_${(i + 1) % 50}(name, device=device) if state is None else state

    def find_${i}(self, name, suffix=".pt"):
        full = self.find_${(i * 7) % 50}(name) if suffix else name
        return str(Path(full).with_suffix(suffix))

`;
  const methods = Array.from({ length: Math.ceil(lines / 11) }, (_, i) => method(i)).join('');
  return `${IMPORTS}\n\nclass Trainer:\n    def __init__(self, root):\n        self.root = root\n\n${methods}`;
}
