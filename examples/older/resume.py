"""Goes on training where the last run stopped, on torch 2.4.1."""

import sys

import torch


def resume(model, optimizer, path="runs/latest.pt"):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"] + 1


def resume_own(model):
    """The file that this program itself saves."""
    torch.save(model.state_dict(), "runs/own.pt")
    model.load_state_dict(torch.load("runs/own.pt"))


if __name__ == "__main__":
    print(torch.load(sys.argv[1], weights_only=True).keys())
