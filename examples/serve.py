"""Serves predictions: python serve.py checkpoints/model.pt"""

import argparse
import json
import pickle
from http.server import BaseHTTPRequestHandler, HTTPServer

import torch
from huggingface_hub import hf_hub_download
from transformers import AutoModelForSequenceClassification

MODEL = "example-org/tiny-bert"


def load_model(checkpoint: str):
    model = AutoModelForSequenceClassification.from_pretrained(MODEL, num_labels=3)
    model.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    return model.eval()


def load_calibration():
    path = hf_hub_download(MODEL, "calibration.pt")
    return torch.load(path, weights_only=False)


class Predict(BaseHTTPRequestHandler):
    model = None

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        batch = pickle.loads(body)
        with torch.no_grad():
            scores = self.model(**batch).logits.softmax(-1).tolist()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(scores).encode())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    Predict.model = load_model(options.checkpoint)
    Predict.calibration = load_calibration()
    HTTPServer(("127.0.0.1", options.port), Predict).serve_forever()


if __name__ == "__main__":
    main()
